import type { PlayerView } from '../../scene/view.js';
import type { Messages } from '../messages/messages.js';
import { Qr } from './qr.js';

interface EmptyStateProps {
  readonly view: Extract<PlayerView, { kind: 'empty' }>;
  readonly messages: Messages;
}

/** What a screen shows that has no content yet: calm, and helpful to who set it up. */
export function EmptyState({ view, messages }: EmptyStateProps) {
  const { reason, pairing } = view;
  const { title, text } = messages.empty[reason];
  return pairing ? (
    <main class="hb-empty is-pairing" part="message">
      <div>
        <h1 class="t84">{title}</h1>
        <p class="t188 hb-code">
          <bdi dir="ltr">{spell(pairing.code)}</bdi>
        </p>
        <p class="t40 hb-muted">{messages.pair}</p>
        <p class="t56">
          <bdi dir="ltr">{pairing.address}</bdi>
        </p>
      </div>
      {pairing.qr && <Qr {...pairing.qr} />}
    </main>
  ) : (
    <main class="hb-empty" part="message">
      <span class="hb-emblem" aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      <h1 class="t84">{title}</h1>
      <p class="t40 hb-muted">{text}</p>
    </main>
  );
}

/** A code as it is read out: in threes. */
export function spell(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
