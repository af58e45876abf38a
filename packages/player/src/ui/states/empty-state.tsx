import type { PlayerView } from '../../scene/view.js';
import { messagesOf } from '../messages/messages-of.js';

interface EmptyStateProps {
  readonly view: Extract<PlayerView, { kind: 'empty' }>;
  readonly locale: string;
}

/** What a screen shows that has no content yet: calm, and helpful to who set it up. */
export function EmptyState({ view, locale }: EmptyStateProps) {
  const { empty, pair } = messagesOf(locale);
  const { reason, pairing } = view;
  const { title, text } = pairing && reason === 'no-token' ? pair : empty[reason];
  if (pairing) {
    return (
      <main class="hb-empty">
        <h1 class="t84">{title}</h1>
        <p class="t188 hb-code" dir="ltr">
          {spell(pairing.code)}
        </p>
        <p class="t40 hb-muted">{pair.text}</p>
        <p class="t56" dir="ltr">
          <strong>{pairing.address}</strong>
        </p>
      </main>
    );
  }
  return (
    <main class="hb-empty">
      <span class={`hb-emblem is-${reason}`} aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      <h1 class="t84">{title}</h1>
      <p class="t40 hb-muted">{text}</p>
    </main>
  );
}

/** A code as it is read out: in two halves. */
export function spell(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
