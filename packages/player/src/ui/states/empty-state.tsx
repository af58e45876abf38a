import type { PlayerView } from '../../scene/view.js';
import { messagesOf } from '../messages/messages-of.js';

type Reason = Extract<PlayerView, { kind: 'empty' }>['reason'];

/** What a screen shows that has no content yet: calm, and helpful to who set it up. */
export function EmptyState(props: { readonly reason: Reason; readonly locale: string }) {
  const { title, text } = messagesOf(props.locale).empty[props.reason];
  return (
    <main class="hb-empty">
      <span class={`hb-emblem is-${props.reason}`} aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      <h1 class="t84">{title}</h1>
      <p class="t40 hb-muted">{text}</p>
    </main>
  );
}
