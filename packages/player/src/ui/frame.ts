import type { PlayerView } from '../scene/view.js';
import type { Messages } from './messages/messages.js';
import { messagesOf } from './messages/messages-of.js';
import { type Numerals, numeralsOf } from './text/numerals.js';

/** A view that has content. */
export type ContentView = Extract<PlayerView, { kind: 'content' }>;

/** What every part of the screen may need beside the scene. */
export interface Frame extends ContentView {
  readonly messages: Messages;
  readonly numerals: Numerals;
}

export function frameOf(view: ContentView): Frame {
  const { locale } = view.school;
  return { ...view, messages: messagesOf(locale), numerals: numeralsOf(locale) };
}
