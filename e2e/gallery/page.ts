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

window.gallery = {
  states: Object.keys(STATES),
  async show(name, school) {
    const state = STATES[name];
    if (state === undefined) throw new Error(`no state is called ${name}`);
    shown?.close();
    shown = mountUi(container, { locale: school, messagesOf: catalogueOf });
    shown.render(state(SCHOOLS[school]));
    await document.fonts.ready;
  },
  check: checkPage,
};
