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
    }
  | {
      readonly state: 'approved';
      /** The screen's token: 43 characters of base64url. */
      readonly token: string;
    };
