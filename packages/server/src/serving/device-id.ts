/** Visible ASCII, so that it fits a header. */
const DEVICE_ID = /^[\x21-\x7e]{1,128}$/;

/** Whether a text can be a device's id: over HTTP and sockets alike. */
export function isDeviceId(text: string): boolean {
  return DEVICE_ID.test(text);
}
