import * as v from 'valibot';
import type { Notice, NoticedScreen } from '../ports/notifier.js';

/** Screens of one outage fall silent within a minute of each other: they are told of as one. */
const COLLECT_MS = 2 * 60_000;
/** A message that nobody took is tried again after this, and twice as long each time. */
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 3_600_000;
/** Then it is given up: what it says is no news. */
const MAX_AGE_MS = 24 * 3_600_000;

const screenSchema = v.object({
  school: v.string(),
  screen: v.string(),
  name: v.string(),
  since: v.number(),
});

/** What all nodes together have told, and have yet to tell; kept in the store (OBS-4). */
export const ledgerSchema = v.object({
  /** Nobody looks before; ms since the epoch, as all here. */
  nextLookMs: v.number(),
  nextDigestMs: v.number(),
  /** Since when there has been something for a digest. */
  collectingSinceMs: v.exactOptional(v.number()),
  /** The screens that a digest named and that have not answered since. */
  told: v.array(screenSchema),
  outbox: v.array(
    v.object({
      channel: v.string(),
      attempts: v.number(),
      nextTryMs: v.number(),
      notice: v.object({
        id: v.string(),
        kind: v.picklist(['screens-silent', 'screens-recovered']),
        at: v.number(),
        screens: v.array(screenSchema),
      }),
    }),
  ),
});
export type Ledger = v.InferOutput<typeof ledgerSchema>;
export type Posting = Ledger['outbox'][number];

export const EMPTY_LEDGER: Ledger = { nextLookMs: 0, nextDigestMs: 0, told: [], outbox: [] };

/** How the screens are at one moment. */
export interface Look {
  readonly nowMs: number;
  /** Silent for too long, in their school's hours. */
  readonly silent: readonly NoticedScreen[];
  readonly answering: ReadonlySet<string>;
  /** Screens that are not revoked. */
  readonly inUse: ReadonlySet<string>;
}

export interface LedgerRules {
  readonly channels: readonly string[];
  /** The least time between two digests. */
  readonly digestMs: number;
  readonly newId: () => string;
}

/** What a look changes: who is newly silent goes into one digest, who is back into one message. */
export function afterLook(ledger: Ledger, look: Look, rules: LedgerRules): Ledger {
  const { nowMs, silent, answering, inUse } = look;
  const { channels, digestMs, newId } = rules;
  const isTold = new Set(ledger.told.map(({ screen }) => screen));
  const fresh = silent.filter(({ screen }) => !isTold.has(screen));
  const back = ledger.told.filter(({ screen }) => answering.has(screen));
  const missing = ledger.told.filter(({ screen }) => inUse.has(screen) && !answering.has(screen));
  const collectingSinceMs = fresh.length === 0 ? undefined : (ledger.collectingSinceMs ?? nowMs);
  const isDigestDue =
    collectingSinceMs !== undefined &&
    nowMs - collectingSinceMs >= COLLECT_MS &&
    nowMs >= ledger.nextDigestMs;

  const post = (kind: Notice['kind'], screens: readonly NoticedScreen[]): Posting[] => {
    const notice = { id: newId(), kind, at: nowMs, screens: [...screens] };
    return channels.map((channel) => ({ channel, attempts: 0, nextTryMs: nowMs, notice }));
  };
  return {
    nextLookMs: ledger.nextLookMs,
    nextDigestMs: isDigestDue ? nowMs + digestMs : ledger.nextDigestMs,
    ...(collectingSinceMs !== undefined && !isDigestDue && { collectingSinceMs }),
    told: isDigestDue ? [...missing, ...fresh] : missing,
    outbox: [
      ...ledger.outbox.filter(({ notice }) => nowMs - notice.at < MAX_AGE_MS),
      ...(isDigestDue ? post('screens-silent', fresh) : []),
      ...(back.length > 0 ? post('screens-recovered', back) : []),
    ],
  };
}

/** Claims the messages that are due: until their next try they are this node's to send. */
export function claimDue(
  ledger: Ledger,
  nowMs: number,
): { readonly ledger: Ledger; readonly due: readonly Posting[] } {
  const due = ledger.outbox.filter(({ nextTryMs }) => nextTryMs <= nowMs);
  const outbox = ledger.outbox.map((posting) =>
    due.includes(posting)
      ? {
          ...posting,
          attempts: posting.attempts + 1,
          nextTryMs: nowMs + Math.min(FIRST_RETRY_MS * 2 ** posting.attempts, LONGEST_RETRY_MS),
        }
      : posting,
  );
  return { ledger: { ...ledger, outbox }, due };
}

/** Takes out what was delivered. */
export function withoutDelivered(ledger: Ledger, delivered: readonly Posting[]): Ledger {
  const isDelivered = ({ channel, notice }: Posting) =>
    delivered.some((one) => one.channel === channel && one.notice.id === notice.id);
  return { ...ledger, outbox: ledger.outbox.filter((posting) => !isDelivered(posting)) };
}
