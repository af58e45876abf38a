import type { QrCode } from '@hallboard/shared';

/** A QR code, with the light margin of four modules that readers want. */
export function Qr({ size, path }: QrCode) {
  return (
    <svg class="hb-qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
