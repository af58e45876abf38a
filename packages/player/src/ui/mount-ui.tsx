import { render } from 'preact';
import type { PlayerView } from '../scene/view.js';
import { App } from './app.js';
// biome-ignore lint/correctness/useImportExtensions: a style sheet, which the bundler reads.
import './styles.css';

/** What the player paints into. */
export interface Ui {
  /** Paints a view. Call it on every change, and each second while a clock shows. */
  render(view: PlayerView): void;
  /** Leaves the container empty. Idempotent. */
  close(): void;
}

/** Mounts the UI: a pure function of the view and of the container's size. */
export function mountUi(container: HTMLElement): Ui {
  return {
    render: (view) => render(<App view={view} />, container),
    close: () => render(null, container),
  };
}
