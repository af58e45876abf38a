import { type CloseReason, type Hello, readClientFrame } from '@hallboard/shared';
import type { Bus, ChangeNotice } from '../bus/bus.js';
import { decideRealtime } from '../flags/realtime.js';
import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { SchoolChange, SchoolIndex } from '../serving/school-index.js';
import type { ScreenAccess } from '../serving/screen-access.js';
import type { ServedSchool } from '../serving/served.js';
import { affectedSockets, type Sharing } from './affected-sockets.js';
import { Connection } from './connection.js';
import { FanOut } from './fan-out.js';
import { encodeFrame, PONG_FRAME } from './frames.js';
import type { GatewayObserver } from './gateway-observer.js';
import { type Greeting, greet } from './greet.js';
import { Groups } from './groups.js';
import { Heartbeat } from './heartbeat.js';
import type { Peer } from './peer.js';
import { changedScreens, reasonToLeave } from './school-change.js';
import { reconnectMs, spreadMs } from './spread.js';

/** A client has said `hello` by then, and been looked into (WS-1). */
const HELLO_DEADLINE_MS = 5000;

/** Below the 30 to 60 s after which proxies drop what is silent (WS-4). */
const DEFAULT_HEARTBEAT_MS = 25_000;

export interface GatewayOptions {
  /** Brings commands for screens (WS-2). */
  readonly bus: Bus;
  readonly index: SchoolIndex;
  readonly access: ScreenAccess;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly observer: GatewayObserver;
  /** `DISPLAY_WS_ENABLED`. */
  readonly realtimeAllowed: boolean;
  /** `DISPLAY_ALLOW_MULTI_DEVICE` (BIND-3). */
  readonly allowMultiDevice: boolean;
  readonly maxSockets: number;
  readonly maxSocketsPerSchool: number;
  /** How many nodes there are, this one included, as far as is known (WS-8). */
  readonly nodes: () => number;
  /** @default 25 000 */
  readonly heartbeatMs?: number;
}

/** What the gateway has to say of itself. */
export interface GatewayCounts {
  /** Open sockets, those that have yet to say `hello` included. */
  readonly open: number;
  /** Sockets that hear of changes. */
  readonly joined: number;
  /** Frames of types that this build does not know, since the start (WS-2). */
  readonly unknownFrames: number;
}

/**
 * The realtime channel: it tells screens that a new revision exists, never what is in it. Knows
 * sockets only as peers; `upgrades.ts` brings them.
 */
export class Gateway {
  readonly #open = new Set<Connection>();
  readonly #groups = new Groups();
  readonly #fanOut: FanOut;
  readonly #heartbeat: Heartbeat;
  readonly #heartbeatMs: number;
  readonly #unsubscribe: readonly (() => void)[];
  #unknownFrames = 0;

  constructor(private readonly options: GatewayOptions) {
    const { bus, index, clock, random, observer } = options;
    const { heartbeatMs = DEFAULT_HEARTBEAT_MS } = options;
    this.#heartbeatMs = heartbeatMs;
    const sharing = (school: ServedSchool) => this.#sharing(school);
    this.#fanOut = new FanOut(index, this.#groups, clock, observer, sharing);
    this.#heartbeat = new Heartbeat(heartbeatMs, clock, random);
    this.#heartbeat.start();
    this.#unsubscribe = [
      index.onChange((change) => this.#changed(change)),
      bus.subscribe((notice) => this.#command(notice)),
    ];
  }

  get counts(): GatewayCounts {
    return {
      open: this.#open.size,
      joined: this.#groups.size,
      unknownFrames: this.#unknownFrames,
    };
  }

  /** The open sockets, for a drain. */
  get connections(): ReadonlySet<Connection> {
    return this.#open;
  }

  /**
   * Takes over an accepted socket.
   *
   * @param address whom to count an unknown token for.
   * @param embedOrigin of its page, where only a school may allow that (SEC-2).
   */
  accept(peer: Peer, address: string, embedOrigin?: string): Connection {
    const connection = new Connection(peer, address, embedOrigin);
    this.#open.add(connection);
    if (this.#open.size > this.options.maxSockets) {
      this.expel(connection, 'overloaded');
      return connection;
    }
    this.options.clock.setTimer(HELLO_DEADLINE_MS, () => {
      if (connection.phase.kind === 'greeting') this.expel(connection, 'malformed');
      if (connection.phase.kind === 'joining') this.expel(connection, 'overloaded');
    });
    return connection;
  }

  /** @param text a text frame, or `undefined` for a binary one. */
  received(connection: Connection, text: string | undefined): void {
    if (!this.#countFrame(connection)) return;
    const frame = text === undefined ? { kind: 'malformed' as const } : readClientFrame(text);
    if (connection.phase.kind === 'greeting') {
      const { address } = connection.phase;
      if (frame.kind === 'message' && frame.message.type === 'hello') {
        connection.phase = { kind: 'joining' };
        void this.#join(connection, frame.message, address);
      } else {
        this.expel(connection, 'malformed');
      }
      return;
    }
    if (frame.kind === 'unknown') this.#unknownFrames += 1;
    else if (frame.kind === 'malformed' || frame.message.type === 'hello') {
      this.expel(connection, 'misbehaving');
    } else if (frame.message.type === 'ping') connection.send(PONG_FRAME);
  }

  /** A protocol ping of the client, which the socket has answered: it counts as a frame. */
  pinged(connection: Connection): void {
    this.#countFrame(connection);
  }

  /**
   * The socket is gone. Idempotent.
   *
   * @param how `left` where the page said that it goes, as on a reload.
   */
  closed(connection: Connection, how: 'gone' | 'left' = 'gone'): void {
    this.#open.delete(connection);
    if (connection.phase.kind === 'closed') return;
    this.#leave(connection, how);
    connection.phase = { kind: 'closed' };
  }

  /** Closes a socket and tells why. Idempotent. */
  expel(connection: Connection, reason: CloseReason): void {
    if (connection.phase.kind === 'closed') return;
    this.#leave(connection, reason);
    connection.close(reason);
  }

  /** Ends every socket at once, and follows the index no more. Idempotent. */
  close(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#heartbeat.stop();
    this.#fanOut.close();
    for (const connection of [...this.#open]) {
      connection.peer.terminate();
      this.closed(connection);
    }
  }

  /** @returns whether the client may go on. */
  #countFrame(connection: Connection): boolean {
    if (connection.phase.kind === 'closed') return false;
    if (connection.frames.allows(this.options.clock.monotonicMs())) return true;
    this.expel(connection, 'misbehaving');
    return false;
  }

  async #join(connection: Connection, hello: Hello, address: string): Promise<void> {
    const { access, logger } = this.options;
    const greeting = await greet(hello, address, {
      access,
      isRealtimeOn: ({ record, schoolRealtime }) =>
        this.#isRealtimeOn(record.schoolId, schoolRealtime),
    });
    // It may have gone, or been closed, in the meantime.
    if (connection.phase.kind !== 'joining') return;
    if (greeting.kind === 'admitted') {
      this.#welcome(connection, greeting, hello.device);
      return;
    }
    if (greeting.error instanceof Error) {
      logger.error('A hello failed', { error: greeting.error });
    }
    this.expel(connection, greeting.reason);
  }

  #welcome(
    connection: Connection,
    { protocol, screen: admitted }: Extract<Greeting, { kind: 'admitted' }>,
    deviceId: string,
  ): void {
    const { schoolId, id: screenId, tokenHash } = admitted.record;
    const membership = { schoolId, screenId, tokenHash, deviceId };
    connection.phase = { kind: 'joined', membership };
    this.#groups.add(connection, membership);
    this.#heartbeat.add(connection);
    // From here on it hears of changes; what changed since it was admitted is caught up with.
    const school = this.options.index.school(schoolId);
    const screen = school?.screens.get(screenId) ?? admitted;
    const sockets = this.#groups.of(schoolId).size;
    const tooMany = sockets > this.options.maxSocketsPerSchool ? 'tooMany' : undefined;
    const reason = tooMany ?? (school && this.#reasonToLeave(connection, school));
    if (reason !== undefined) {
      this.expel(connection, reason);
      return;
    }
    connection.send(
      encodeFrame({
        type: 'welcome',
        protocol,
        revision: screen.revision,
        screen: screen.record.info,
        spreadMs: spreadMs(
          school ? affectedSockets({ here: sockets, school, ...this.#sharing(school) }) : sockets,
        ),
        heartbeatMs: this.#heartbeatMs,
        reconnectMs: reconnectMs(this.#groups.size),
      }),
    );
  }

  #changed({ previous, current, urgent }: SchoolChange): void {
    const schoolId = current.record.id;
    for (const connection of [...this.#groups.of(schoolId)]) {
      const reason = this.#reasonToLeave(connection, current);
      if (reason !== undefined) this.expel(connection, reason);
    }
    const screens = changedScreens(previous, current);
    const revision = previous?.revision !== current.revision;
    if (revision || screens.length > 0) {
      this.#fanOut.announce(schoolId, { revision, screens }, urgent);
    }
  }

  #command({ schoolId, command }: ChangeNotice): void {
    if (schoolId === undefined || command === undefined) return;
    const { id, screenId, name } = command;
    const frame = encodeFrame({ type: 'command', id, name });
    for (const connection of this.#groups.of(schoolId)) {
      const { phase } = connection;
      if (phase.kind === 'joined' && phase.membership.screenId === screenId) connection.send(frame);
    }
  }

  #reasonToLeave(
    { phase, embedOrigin }: Connection,
    school: ServedSchool,
  ): CloseReason | undefined {
    if (phase.kind !== 'joined') return undefined;
    const { embedOrigins = [] } = school.record;
    if (embedOrigin !== undefined && !embedOrigins.includes(embedOrigin)) return 'misbehaving';
    const allowMultiDevice = this.#isMultiDevice(school);
    const isRealtimeOn = this.#isRealtimeOn(school.record.id, school.record.realtime);
    return reasonToLeave(phase.membership, school, { isRealtimeOn, allowMultiDevice });
  }

  #isMultiDevice({ record }: ServedSchool): boolean {
    return this.options.allowMultiDevice || record.multiDevice === true;
  }

  #sharing(school: ServedSchool): Sharing {
    return { isMultiDevice: this.#isMultiDevice(school), nodes: this.options.nodes() };
  }

  #isRealtimeOn(schoolId: string, school: 'on' | 'off' | undefined): boolean {
    const { realtimeAllowed: allowed, index } = this.options;
    return decideRealtime({ allowed, flags: index.flags, schoolId, school }).realtime === 'on';
  }

  #leave(connection: Connection, reason: CloseReason | 'gone' | 'left'): void {
    const { phase } = connection;
    if (phase.kind !== 'joined') {
      this.options.observer.socketClosed(reason, undefined);
      return;
    }
    this.#groups.remove(connection, phase.membership);
    this.#heartbeat.remove(connection);
    this.options.observer.socketClosed(reason, phase.membership);
  }
}
