/** A QR code as the outline of its dark modules, each of which is 1 by 1. */
export interface QrCode {
  /** Modules on each side, without the light margin of four that readers want. */
  readonly size: number;
  /** Data of an SVG path, of `M`, `h`, `v`, `z` and whole numbers alone. */
  readonly path: string;
}

/**
 * What `POST` and `GET /api/display/pairings` answer to a device that waits for a screen (BIND-5). It
 * names itself by a secret of its own, 256 bits in base64url or hexadecimal, as
 * `Authorization: Bearer <secret>`.
 */
export type Pairing =
  | {
      readonly state: 'waiting';
      /** For a person to read and type: six letters or digits, such as `K7QR3M`. */
      readonly code: string;
      /** Ms since the epoch. */
      readonly expiresAt: number;
      /**
       * Leads a phone's camera to the page where an administrator approves the code. With `POST` alone,
       * since a device looks often.
       */
      readonly qr?: QrCode;
    }
  | {
      readonly state: 'approved';
      /** The screen's token: 43 characters of base64url. */
      readonly token: string;
    };
