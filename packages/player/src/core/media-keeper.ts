import type { MediaRef, Snapshot } from '@hallboard/shared';
import type { MediaOutcome } from '../ports/media-source.js';
import type { CommitOutcome, OpenOutcome } from '../ports/media-store.js';
import { trueTime } from './clock-estimate.js';
import type { EffectId } from './effect.js';
import {
  LARGEST_FILE_BYTES,
  MEDIA_SPREAD_MS,
  MEDIA_TIMEOUT_MS,
  mediaBackoffMs,
  mediaPauseMs,
} from './media-policy.js';
import type { MediaFailure, MediaJob, MediaState } from './media-state.js';
import { neededFiles } from './needed-files.js';
import { playableSnapshot } from './playable-snapshot.js';
import { retryAfterWaitMs } from './poll-policy.js';
import type { PlayerState } from './state.js';
import { clearTimer, draw, drawMs, emit, log, newId, setTimer, type Turn } from './turn.js';

/**
 * Runs after every event: media follow what is shown, give way to a refresh, and always have a next
 * step while a file is missing that can be had (STORE-4).
 */
export function keepMedia(turn: Turn): void {
  const { shown } = turn.state;
  if (shown.kind === 'empty') return;
  if (turn.state.media.snapshot !== shown.snapshot) follow(turn, shown.snapshot);
  const { media, network, timers } = turn.state;
  if (media.job.kind === 'downloading' && network.kind === 'fetching') dropJob(turn);
  if (timers.media !== undefined || media.missing.length === 0) return;
  const step = nextStep(turn.state, turn.at);
  if (step !== undefined) setTimer(turn, 'media', step.dueMs - turn.at);
}

/** The `media` timer: a step that has taken too long, or the time for the next one. */
export function onMediaTimer(turn: Turn): void {
  const { job } = turn.state.media;
  if (job.kind === 'idle') {
    const step = nextStep(turn.state, turn.at);
    if (step !== undefined && step.dueMs <= turn.at) begin(turn, step);
    return;
  }
  dropJob(turn);
  if (job.kind === 'opening') setAbsent(turn, job.file, 'failed');
  else fail(turn, job.file, { cause: job.kind === 'downloading' ? 'timeout' : 'failed' });
}

export function onMediaOpened(turn: Turn, id: EffectId, outcome: OpenOutcome): void {
  const job = endJob(turn, 'opening', id);
  if (job === undefined) return;
  if (outcome === 'verified') setOpen(turn, job.file);
  else setAbsent(turn, job.file, outcome);
}

export function onMediaReceived(turn: Turn, id: EffectId, outcome: MediaOutcome): void {
  const job = endJob(turn, 'downloading', id);
  if (job === undefined) return;
  const { file } = job;
  if (outcome.kind === 'failed') {
    fail(turn, file, outcome.failure);
    return;
  }
  const { fromByte, bytes } = outcome;
  const end = fromByte + bytes.length;
  if (end > file.bytes) {
    fail(turn, file, { cause: 'too-large' });
  } else if (fromByte > job.fromByte || end <= job.fromByte) {
    fail(turn, file, { cause: 'not-ours', detail: 'another part than was asked for' });
  } else {
    emit(turn, { kind: 'stage-media', hash: file.hash, fromByte, bytes });
    change(turn, { staged: { hash: file.hash, bytes: end } });
    if (end === file.bytes) commit(turn, file);
  }
}

export function onMediaCommitted(turn: Turn, id: EffectId, outcome: CommitOutcome): void {
  const job = endJob(turn, 'committing', id);
  if (job === undefined) return;
  if (outcome.kind === 'refused') {
    fail(turn, job.file, { cause: outcome.cause });
    return;
  }
  if (outcome.kind === 'held') log(turn, 'warn', 'media.not-kept', { cause: outcome.cause });
  change(turn, { staged: undefined });
  setOpen(turn, job.file);
}

/** Another snapshot is shown. Of what was known before, it keeps what it still needs. */
function follow(turn: Turn, snapshot: Snapshot): void {
  const { media, time } = turn.state;
  const needed = neededFiles(snapshot, trueTime(time, turn.at));
  const hashes = needed.map(({ file }) => file.hash);
  const isNeeded = (hash: string): boolean => hashes.includes(hash);
  if (media.job.kind === 'idle') clearTimer(turn, 'media');
  else if (!isNeeded(media.job.file.hash)) dropJob(turn);
  emit(turn, { kind: 'expect-media', hashes });
  const isMore = hashes.some((hash) => !media.needed.some(({ file }) => file.hash === hash));
  const startsAtMs = turn.at + drawMs(turn, 'media', MEDIA_SPREAD_MS);
  change(turn, {
    snapshot,
    needed,
    open: media.open.filter(isNeeded),
    absent: media.absent.filter(isNeeded),
    setbacks: new Map([...media.setbacks].filter(([hash]) => isNeeded(hash))),
    // A start that is still to come is not put off, however often the school publishes.
    notBeforeMs: isMore && media.notBeforeMs <= turn.at ? startsAtMs : media.notBeforeMs,
  });
  sift(turn);
}

interface Step {
  readonly kind: 'open' | 'download';
  readonly file: MediaRef;
  readonly dueMs: number;
}

/** First what is on the device, which needs nobody; then what is due to be downloaded. */
function nextStep(state: PlayerState, at: number): Step | undefined {
  const { media, time } = state;
  const nowMs = trueTime(time, at);
  const missing = media.missing.filter(({ untilMs }) => untilMs > nowMs);
  const unread = missing.find(({ file }) => !media.absent.includes(file.hash));
  if (unread !== undefined) return { kind: 'open', file: unread.file, dueMs: at };
  if (!mayDownload(state)) return undefined;
  let next: Step | undefined;
  for (const { file } of missing) {
    const heldUntilMs = media.setbacks.get(file.hash)?.notBeforeMs ?? at;
    const dueMs = Math.max(at, media.notBeforeMs, heldUntilMs);
    if (next === undefined || dueMs < next.dueMs) next = { kind: 'download', file, dueMs };
  }
  return next;
}

/** Only where the last refresh went well, and never beside one. */
function mayDownload({ network, contact, identity }: PlayerState): boolean {
  return network.kind === 'idle' && contact.kind === 'accepted' && identity.kind === 'known';
}

function begin(turn: Turn, { kind, file }: Step): void {
  if (kind === 'open') {
    const id = newId(turn);
    setJob(turn, { kind: 'opening', id, file });
    emit(turn, { kind: 'open-media', id, file });
  } else if (file.bytes > LARGEST_FILE_BYTES) {
    fail(turn, file, { cause: 'too-large' });
  } else {
    download(turn, file);
  }
}

function download(turn: Turn, file: MediaRef): void {
  const { media, config } = turn.state;
  const fromByte = media.staged?.hash === file.hash ? media.staged.bytes : 0;
  const toByte = Math.min(file.bytes, fromByte + config.mediaPartBytes);
  const id = newId(turn);
  setJob(turn, { kind: 'downloading', id, file, fromByte });
  change(turn, { notBeforeMs: turn.at + mediaPauseMs(draw(turn, 'media')) });
  emit(turn, { kind: 'download-media', id, file, fromByte, toByte });
}

function commit(turn: Turn, file: MediaRef): void {
  const id = newId(turn);
  setJob(turn, { kind: 'committing', id, file });
  emit(turn, { kind: 'commit-media', id, file });
}

/** The file is left out, and tried again after a while; the others go on. */
function fail(turn: Turn, file: MediaRef, failure: MediaFailure): void {
  const { media } = turn.state;
  const failures = (media.setbacks.get(file.hash)?.failures ?? 0) + 1;
  const retryAfterMs = failure.cause === 'rejected' ? (failure.retryAfterMs ?? 0) : 0;
  const heldBackMs = retryAfterWaitMs(retryAfterMs, draw(turn, 'media'));
  const notBeforeMs = turn.at + mediaBackoffMs(failures, draw(turn, 'media'));
  const isLost = failure.cause !== 'network' && failure.cause !== 'timeout';
  change(turn, {
    setbacks: new Map(media.setbacks).set(file.hash, { failure, failures, notBeforeMs }),
    notBeforeMs: Math.max(media.notBeforeMs, turn.at + heldBackMs),
    // Where the network alone failed, the download goes on from where it was.
    staged: isLost ? undefined : media.staged,
  });
  log(turn, 'warn', 'media.failed', { cause: failure.cause, file: file.hash, failures });
}

function setOpen(turn: Turn, file: MediaRef): void {
  const { open, setbacks } = turn.state.media;
  change(turn, {
    open: [...open, file.hash],
    setbacks: new Map([...setbacks].filter(([hash]) => hash !== file.hash)),
  });
  sift(turn);
}

function setAbsent(turn: Turn, file: MediaRef, outcome: Exclude<OpenOutcome, 'verified'>): void {
  change(turn, { absent: [...turn.state.media.absent, file.hash] });
  if (outcome !== 'absent') log(turn, 'warn', 'media.not-read', { outcome, file: file.hash });
}

/** What can be painted, and what is missing, after `needed` or `open` changed. */
function sift(turn: Turn): void {
  const { snapshot, needed, open } = turn.state.media;
  change(turn, {
    missing: needed.filter(({ file }) => !open.includes(file.hash)),
    playable: snapshot && playableSnapshot(snapshot, open),
  });
}

function setJob(turn: Turn, job: Exclude<MediaJob, { kind: 'idle' }>): void {
  change(turn, { job });
  setTimer(turn, 'media', MEDIA_TIMEOUT_MS[job.kind]);
}

/** Ends the job that an outcome belongs to; any other outcome is ignored. */
function endJob<K extends MediaJob['kind']>(
  turn: Turn,
  kind: K,
  id: EffectId,
): Extract<MediaJob, { kind: K }> | undefined {
  const { job } = turn.state.media;
  if (job.kind === 'idle' || job.kind !== kind || job.id !== id) return undefined;
  change(turn, { job: { kind: 'idle' } });
  clearTimer(turn, 'media');
  return job as Extract<MediaJob, { kind: K }>;
}

/** Gives the step up; what was staged is kept. */
function dropJob(turn: Turn): void {
  const { job } = turn.state.media;
  if (job.kind === 'idle') return;
  emit(turn, { kind: 'cancel', id: job.id });
  change(turn, { job: { kind: 'idle' } });
  clearTimer(turn, 'media');
}

function change(turn: Turn, changes: Partial<MediaState>): void {
  turn.state.media = { ...turn.state.media, ...changes };
}
