import { render } from 'preact';
import type { PlayerView } from '../scene/view.js';
import { App } from './app.js';
import { en } from './messages/en.js';
import type { Messages } from './messages/messages.js';
import { stageOf } from './stage.js';
import './styles.css';

/** What the player paints into. */
export interface Ui {
  /** Paints a view: on every change, and each second while a clock or a countdown shows. */
  render(view: PlayerView): void;
  /** Paints the same view again, as when messages have come. */
  repaint(): void;
  /** Leaves the container empty. Idempotent. */
  close(): void;
}

export interface UiOptions {
  /** BCP 47 tag of the language to speak before a school is known. @default 'en' */
  readonly locale?: string;
  /** What the player says by itself, in a locale's language. @default English */
  readonly messagesOf?: (locale: string) => Messages;
}

/**
 * Mounts the UI, which fills the container and follows its size. Between two calls of `render`
 * nothing moves: the UI has no clock of its own.
 */
export function mountUi(container: HTMLElement, options: UiOptions = {}): Ui {
  const { locale = 'en', messagesOf = () => en } = options;
  let shown: PlayerView | undefined;
  let root = container;
  let isWhole = true;
  const paint = (): void => {
    if (shown === undefined) return;
    // What a paint that failed has left is not what Preact takes it for, so it is built anew, and
    // stays on the screen until that is done (P-1).
    const place = isWhole ? root : document.createElement('div');
    isWhole = false;
    const stage = stageOf(container.clientWidth, container.clientHeight);
    const app = <App view={shown} stage={stage} locale={locale} messagesOf={messagesOf} />;
    render(app, place);
    isWhole = true;
    if (place === root) return;
    place.style.height = '100%';
    container.textContent = '';
    root = container.appendChild(place);
  };
  const sizes = new ResizeObserver(paint);
  sizes.observe(container);
  return {
    render(view) {
      shown = view;
      paint();
    },
    repaint: paint,
    close() {
      shown = undefined;
      sizes.disconnect();
      render(null, root);
      container.textContent = '';
    },
  };
}
