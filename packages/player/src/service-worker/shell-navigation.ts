/** Where the server has the screen's page; also the worker's scope. */
export const SHELL_PATH = '/screen';

/**
 * Whether a browser asks for the screen's page, or for the self-test over it, with whatever query:
 * that one is answered from the precache, so that it starts without a network (UPD-1). The scope is
 * a prefix, and would hold `/screens` too.
 */
export function isShellNavigation(request: Pick<Request, 'mode'>, url: URL): boolean {
  return request.mode === 'navigate' && /^\/screen(?:\/self-test)?\/?$/.test(url.pathname);
}

/** Whether it is one of the files that the page is made of, each addressed by a hash. */
export function isShellAsset(url: URL, origin: string): boolean {
  return url.origin === origin && url.pathname.startsWith('/assets/');
}
