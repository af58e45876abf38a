import type { EngineFeature } from '@hallboard/shared';

/** What came when the server was asked how the device's requests reach it. */
export type ServerEvidence =
  | {
      readonly kind: 'answer';
      /** How far the device's clock is ahead of the server's. */
      readonly clockAheadMs: number;
      /** What the server received differs from what this browser sends. */
      readonly isRequestChanged: boolean;
      /**
       * Whether there are more proxies on the way than the server was told of: one in front of it,
       * of those who run it, or one of the device's network.
       */
      readonly unknownProxy: 'none' | 'of-server' | 'of-network';
    }
  /** Something answered that is not the server. */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'silence' };

/** What the probes have found on a device; nothing in it is judged yet. */
export interface Evidence {
  readonly server: ServerEvidence;
  /** The screen's page against what its build says of itself; `unknown` where it did not come. */
  readonly page: 'intact' | 'changed' | 'unknown';
  readonly socket: 'open' | 'blocked';
  /** The way to the server is https, or the server is this machine. */
  readonly isSecure: boolean;
  /** The page is a file of the device, inside of a TV's app. */
  readonly isPackaged: boolean;
  /** A service worker serves this page. */
  readonly isControlled: boolean;
  readonly storage: {
    readonly database: boolean;
    readonly cacheStorage: boolean;
    readonly localStorage: boolean;
  };
  /** `undefined` where the browser does not say. */
  readonly freeBytes: number | undefined;
  readonly userAgent: string;
  readonly missing: readonly EngineFeature[];
  /** `touched`: a key was pressed before, which allows what a start would not. */
  readonly sound: 'running' | 'suspended' | 'absent' | 'touched';
  readonly scripts: 'drawn' | 'unshaped' | 'missing' | 'unknown';
  readonly zoneAheadMin: number;
}
