import { createBrowserClock } from '../adapters/browser-clock.js';
import { gather } from './gather.js';
import { messagesOf } from './messages/messages-of.js';
import { showSelfTest } from './show-self-test.js';

/** The page makes the element, and then loads this script for it. */
const root = document.getElementById('self-test');
if (root !== null) {
  const clock = createBrowserClock();
  const { build = '' } = document.documentElement.dataset;
  showSelfTest({
    root,
    clock,
    messagesNow: () => {
      const spoken = document.querySelector<HTMLElement>('#screen [lang]')?.lang;
      return messagesOf(spoken ?? navigator.language);
    },
    about: `${location.host} · ${build}`,
    address: `${location.host}/self-test`,
    gather: (isAgain) => gather(window, clock, isAgain || root.dataset.opened === 'keys'),
  });
}
