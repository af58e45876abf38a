import type { MediaItem, Snapshot } from '@hallboard/shared';
import type { FakeServer } from '../fake-server.js';
import { sampleFile } from '../sample-file.js';
import { sampleSnapshot } from '../sample-snapshot.js';
import type { Published } from './published.js';

const DAY_MS = 24 * 3_600_000;
/** A new program comes at four in the morning, when nothing else happens. */
const RENEWED_AT_MS = 4 * 3_600_000;

/** What a school has on its screens at `nowMs`, true time, when it publishes the `count`th time. */
export type Content = (nowMs: number, count: number) => Snapshot;

const HOUR_MS = 3_600_000;
/** Of these, a publish shows the next few. */
const FILES = 6;
const SHOWN_FILES = 3;

/** @returns the sample school, with a program of `days` from yesterday on. */
export function sampleContent(days: number): Content {
  return (nowMs, count) => ({
    ...sampleSnapshot({ firstDayMs: Math.floor(nowMs / DAY_MS - 1) * DAY_MS, days }),
    announcements: [{ id: `news-${count}`, groups: [], level: 'info', title: `News ${count}` }],
    media: Array.from({ length: SHOWN_FILES }, (_, index) => mediaItem(nowMs, count + index)),
  });
}

/** Some appear only later in the day. As the schema has them, since scenes are compared as text. */
function mediaItem(nowMs: number, number: number): MediaItem {
  return {
    id: `media-${number}`,
    groups: [],
    ...(number % 4 === 0 && { validFrom: nowMs + HOUR_MS }),
    kind: 'image',
    file: sampleFile(number % FILES).ref,
    durationMs: 10_000,
  };
}

/** The school that publishes. */
export class School {
  private readonly server: FakeServer;
  private readonly published: Published;
  private readonly content: Content;
  private count = 0;

  constructor(server: FakeServer, published: Published, content: Content) {
    this.server = server;
    this.published = published;
    this.content = content;
    for (let index = 0; index < FILES; index += 1) {
      server.school.addFile(sampleFile(index).bytes);
    }
    this.keep(content(server.timeline.nowMs, 0));
  }

  publish(options: { readonly isTold: boolean; readonly isUrgent: boolean }): void {
    const { isTold, isUrgent } = options;
    this.count += 1;
    const snapshot = this.content(this.server.timeline.nowMs, this.count);
    // Known before anybody can be told.
    this.server.school.publish(() => snapshot);
    this.keep(snapshot);
    const { revision } = this.server;
    if (isTold) this.server.gateway.invalidate({ revision, ...(isUrgent && { urgent: true }) });
  }

  /** Publishes once a day from now on, as the server renews the program. */
  renewDaily(publish: () => void): void {
    const { timeline } = this.server;
    const midnightMs = Math.floor(timeline.nowMs / DAY_MS) * DAY_MS;
    const next = (dueMs: number): void => {
      timeline.at(dueMs, () => {
        publish();
        next(dueMs + DAY_MS);
      });
    };
    next(midnightMs + (timeline.nowMs - midnightMs < RENEWED_AT_MS ? 0 : DAY_MS) + RENEWED_AT_MS);
  }

  private keep(snapshot: Snapshot): void {
    const { revision, text } = this.server.school.body;
    this.published.add(revision, { text, snapshot });
  }
}
