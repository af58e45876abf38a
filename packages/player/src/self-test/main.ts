import { createBrowserClock } from '../adapters/browser-clock.js';
import { gather } from './gather.js';
import { messagesOf } from './messages/messages-of.js';
import { showSelfTest } from './show-self-test.js';

/** The page makes the element, and then loads this script for it. */
const root = document.getElementById('self-test');
if (root !== null) {
  const clock = createBrowserClock();
  const { build = '', server } = document.documentElement.dataset;
  const { host } = new URL(server ?? location.origin);
  showSelfTest({
    root,
    clock,
    messagesNow: () => {
      const spoken = document.querySelector<HTMLElement>('#screen [lang]')?.lang;
      return messagesOf(spoken ?? navigator.language);
    },
    about: `${host} · ${build}`,
    address: `${host}/self-test`,
    gather: (isAgain) =>
      gather({
        page: window,
        clock,
        isTouched: isAgain || root.dataset.opened === 'keys',
        server,
      }),
  });
}
