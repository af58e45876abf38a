import {
  formatRevision,
  type MediaRef,
  type Revision,
  type ScreenInfo,
  type Snapshot,
} from '@hallboard/shared';
import { sampleScreen } from './sample-snapshot.js';
import { sha256Hex } from './sha256-hex.js';

/** A published snapshot as it is sent. */
export interface FakeBody {
  readonly revision: Revision;
  readonly etag: string;
  readonly text: string;
}

interface FakeScreen {
  info: ScreenInfo;
  /** The first device that came owns the screen (BIND-1). */
  deviceId: string | undefined;
}

export type Admission =
  | { readonly kind: 'admitted'; readonly info: ScreenInfo }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'bound-elsewhere' };

/** What the server's store would hold: content, screens and the realtime flag. */
export class FakeSchool {
  realtime: 'on' | 'off';
  /** What was uploaded, by hash. */
  readonly files = new Map<string, Uint8Array>();
  private epoch = 'sample';
  private sequence = 0;
  private snapshot: Snapshot;
  private published: FakeBody;
  private readonly screens = new Map<string, FakeScreen>();

  constructor(snapshot: Snapshot, realtime: 'on' | 'off') {
    this.snapshot = snapshot;
    this.realtime = realtime;
    this.published = this.build(snapshot);
  }

  get body(): FakeBody {
    return this.published;
  }

  publish(change: (snapshot: Snapshot) => Snapshot): FakeBody {
    this.published = this.build(change(this.snapshot));
    return this.published;
  }

  /** The store was restored: revisions start again, under another epoch. */
  restore(epoch: string): void {
    this.epoch = epoch;
    this.sequence = 0;
    this.published = this.build(this.snapshot);
  }

  /** @returns how items refer to it. */
  addFile(bytes: Uint8Array, mimeType = 'image/png'): MediaRef {
    const hash = sha256Hex(bytes);
    this.files.set(hash, bytes);
    return { hash, mimeType, bytes: bytes.length };
  }

  addScreen(token: string, changes: Partial<ScreenInfo> = {}): void {
    this.screens.set(token, { info: sampleScreen(changes), deviceId: undefined });
  }

  /** The token is unknown from now on. */
  revoke(token: string): void {
    this.screens.delete(token);
  }

  /** Gives the screen to `deviceId`, or to whichever comes next. */
  bind(token: string, deviceId?: string): void {
    this.screen(token).deviceId = deviceId;
  }

  /** @returns the screen object's new version. */
  changeScreen(token: string, changes: Partial<ScreenInfo>): number {
    const screen = this.screen(token);
    screen.info = { ...screen.info, ...changes, version: screen.info.version + 1 };
    return screen.info.version;
  }

  admit(token: string, deviceId: string): Admission {
    const screen = this.screens.get(token);
    if (screen === undefined) return { kind: 'unknown' };
    screen.deviceId ??= deviceId;
    if (screen.deviceId !== deviceId) return { kind: 'bound-elsewhere' };
    return { kind: 'admitted', info: screen.info };
  }

  private screen(token: string): FakeScreen {
    const screen = this.screens.get(token);
    if (screen === undefined) throw new Error('no screen has this token');
    return screen;
  }

  private build(content: Snapshot): FakeBody {
    this.sequence += 1;
    const revision = formatRevision(this.epoch, this.sequence);
    this.snapshot = { ...content, revision };
    return { revision, etag: `"${revision}"`, text: JSON.stringify(this.snapshot) };
  }
}
