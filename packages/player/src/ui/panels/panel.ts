import type { JSX } from 'preact';
import type { DayScene } from '../../scene/scene.js';
import type { Frame } from '../frame.js';
import type { Box } from '../layouts/arrange.js';

export type PanelName =
  | 'header'
  | 'now'
  | 'timeline'
  | 'announcements'
  | 'classes'
  | 'cover'
  | 'duty'
  | 'honours'
  | 'ticker'
  | 'media';

/** What a panel is drawn from. */
export interface PanelInput {
  readonly frame: Frame;
  readonly scene: DayScene;
  readonly box: Box;
}

/** Where an area stands in its pages. */
export interface Turn {
  /** The page of the panel that is shown, from 0. */
  readonly page: number;
  /** Of all pages of all panels of the area, from 0. */
  readonly index: number;
  readonly count: number;
}

export interface PanelProps extends PanelInput {
  readonly turn: Turn;
}

/** One kind of content. A new one is one file here and its name in a layout. */
export interface Panel {
  /** Whether there is something to show; if not, the panel's space goes to its neighbours. */
  readonly isShown: (scene: DayScene) => boolean;
  /** How many pages the content takes in the box; at least 1. */
  readonly pages: (input: PanelInput) => number;
  readonly View: (props: PanelProps) => JSX.Element;
}
