import type { PlayerView } from '../scene/view.js';
import type { Messages } from './messages/messages.js';
import { type Numerals, numeralsOf } from './text/numerals.js';

/** A view that has content. */
export type ContentView = Extract<PlayerView, { kind: 'content' }>;

/** What every part of the screen may need beside the scene. */
export interface Frame extends ContentView {
  readonly messages: Messages;
  readonly numerals: Numerals;
}

export function frameOf(view: ContentView, messages: Messages): Frame {
  return { ...view, messages, numerals: numeralsOf(view.school.locale) };
}
