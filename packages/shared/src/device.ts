/**
 * Begins the id of a device that keeps none over a restart: it is another device after each, so its
 * binding lapses once it is silent (STORE-6).
 */
export const EPHEMERAL_DEVICE = 'ephemeral-';
