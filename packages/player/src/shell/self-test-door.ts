/** So many OKs, within so long, open the self-test. */
const PRESSES = 5;
const WITHIN_MS = 4_000;
/** Its address, which the server and the worker answer with the screen's page. */
const PAGE = /\/self-test\/?$/;

export interface SelfTestDoorOptions {
  readonly page: Pick<Window, 'addEventListener' | 'document' | 'history' | 'location'>;
  /** Where the self-test's files are. It is no part of the page's own script. */
  readonly script: string;
  readonly style: string;
}

export interface SelfTestDoor {
  /** An alert has the screen: nothing may lie over it (ALERT-2). */
  setAlert(isAlert: boolean): void;
}

/**
 * Lays the self-test over the screen, which goes on beneath: after five OKs of a remote control, or
 * where the page was opened by the self-test's address. A reload brings back the screen, and a script
 * that cannot be loaded leaves it as it is.
 */
export function openSelfTestDoor({ page, script, style }: SelfTestDoorOptions): SelfTestDoor {
  const { document, history, location } = page;
  let presses: readonly number[] = [];
  let root: HTMLElement | undefined;
  let isAlert = false;

  function open(opened: 'keys' | 'address'): void {
    if (isAlert || root?.isConnected) return;
    const made = document.createElement('div');
    root = made;
    made.id = made.className = 'self-test';
    made.dataset.opened = opened;
    document.body.append(made);
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = style;
    const code = document.createElement('script');
    code.src = script;
    sheet.onerror = code.onerror = () => made.remove();
    // Its styles first, or it would be seen without.
    sheet.onload = () => document.head.append(code);
    document.head.append(sheet);
  }

  page.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (key !== 'Enter' || repeat) return;
    presses = [...presses, timeStamp].filter((at) => timeStamp - at < WITHIN_MS);
    if (presses.length < PRESSES) return;
    presses = [];
    open('keys');
  });
  if (PAGE.test(location.pathname)) {
    history.replaceState(null, '', `/screen${location.search}${location.hash}`);
    open('address');
  }
  return {
    setAlert(isShown) {
      isAlert = isShown;
      if (!isShown) return;
      root?.dispatchEvent(new Event('close'));
      root?.remove();
    },
  };
}
