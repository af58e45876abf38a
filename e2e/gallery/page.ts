import type { PlayerView } from '../../packages/player/src/scene/view.js';
import { catalogueOf } from '../../packages/player/src/ui/messages/catalogues.fixture.js';
import { mountUi, type Ui } from '../../packages/player/src/ui/mount-ui.js';
import { checkPage } from './checks/check-page.js';
import { cinar } from './fixtures/cinar.js';
import { encina } from './fixtures/encina.js';
import { linden } from './fixtures/linden.js';
import { nahr } from './fixtures/nahr.js';
import { riverside } from './fixtures/riverside.js';
import { STATES } from './fixtures/states.js';
import { tilleuls } from './fixtures/tilleuls.js';

const SCHOOLS = {
  en: riverside,
  ar: nahr,
  es: encina,
  fr: tilleuls,
  de: linden,
  tr: cinar,
};

/** What the gallery's script calls in the page. */
export interface GalleryPage {
  readonly states: readonly string[];
  readonly show: (state: string, school: keyof typeof SCHOOLS) => Promise<void>;
  /** The same without a new start, as when a day goes on. */
  readonly change: (state: string, school: keyof typeof SCHOOLS) => void;
  /** Lets time pass within the scene, as every second does. */
  readonly tick: (ms: number) => void;
  /** What is wrong with what is shown. */
  readonly check: () => readonly string[];
}

declare global {
  interface Window {
    gallery?: GalleryPage;
  }
}

const container = document.getElementById('screen');
if (container === null) throw new Error('the page has no element #screen');

let shown: Ui | undefined;
let view: PlayerView | undefined;

window.gallery = {
  states: Object.keys(STATES),
  async show(name, school) {
    shown?.close();
    shown = mountUi(container, { locale: school, messagesOf: catalogueOf });
    change(name, school);
    await document.fonts.ready;
  },
  change,
  tick(ms) {
    if (view?.kind === 'content') render({ ...view, nowMs: view.nowMs + ms });
  },
  check: checkPage,
};

function change(name: string, school: keyof typeof SCHOOLS): void {
  const state = STATES[name];
  if (state === undefined) throw new Error(`no state is called ${name}`);
  render(state(SCHOOLS[school]));
}

function render(next: PlayerView): void {
  view = next;
  shown?.render(next);
}
