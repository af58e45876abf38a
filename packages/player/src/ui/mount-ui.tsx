import { render } from 'preact';
import type { PlayerView } from '../scene/view.js';
import { App } from './app.js';
import { stageOf } from './stage.js';
import './styles.css';

/** What the player paints into. */
export interface Ui {
  /** Paints a view: on every change, and each second while a clock or a countdown shows. */
  render(view: PlayerView): void;
  /** Leaves the container empty. Idempotent. */
  close(): void;
}

export interface UiOptions {
  /** BCP 47 tag of the language to speak before a school is known. @default 'en' */
  readonly locale?: string;
}

/**
 * Mounts the UI, which fills the container and follows its size. Between two calls of `render`
 * nothing moves: the UI has no clock of its own.
 */
export function mountUi(container: HTMLElement, { locale = 'en' }: UiOptions = {}): Ui {
  let shown: PlayerView | undefined;
  const paint = (): void => {
    if (shown === undefined) return;
    const stage = stageOf(container.clientWidth, container.clientHeight);
    render(<App view={shown} stage={stage} locale={locale} />, container);
  };
  const sizes = new ResizeObserver(paint);
  sizes.observe(container);
  return {
    render(view) {
      shown = view;
      paint();
    },
    close() {
      shown = undefined;
      sizes.disconnect();
      render(null, container);
    },
  };
}
