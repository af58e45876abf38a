const BEARER = /^bearer +[\w.~+/=-]{1,128}$/i;

/** @returns the secret of an `Authorization: Bearer <secret>` header, if it is one. */
export function readBearer(header: string | undefined): string | undefined {
  if (header === undefined || !BEARER.test(header)) return undefined;
  return header.slice(header.lastIndexOf(' ') + 1);
}
