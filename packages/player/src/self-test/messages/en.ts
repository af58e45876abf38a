import type { SelfTestMessages } from './messages.js';

export const en: SelfTestMessages = {
  language: 'en',
  title: 'Self-test',
  running: 'Testing…',
  verdict: {
    good: 'This device is fit to be a screen',
    limited: 'This device works, with limitations',
    bad: 'Something needs attention',
  },
  code: 'Code for support',
  back: 'Back to the screen',
  again: 'Test again',
  hint: 'Arrows and OK. The screen returns by itself after {minutes} minutes.',
  names: {
    server: 'Server',
    path: 'Path to the server',
    socket: 'Live updates',
    clock: 'Clock',
    restart: 'After a power cut',
    storage: 'Memory of the device',
    space: 'Space',
    engine: 'Browser',
    sound: 'Bells',
    scripts: 'Letters',
  },
  texts: {
    server: {
      reachable: 'The server answers.',
      unreachable: 'The server does not answer. Check the network. The screen keeps running.',
      intercepted: 'Something answers in the server’s place: a sign-in page or a filter.',
    },
    path: {
      clean: 'No sign of a filter or of TLS inspection.',
      plain: 'Plain http: others on this network can read and change it. Better use https.',
      proxied: 'A proxy unknown to the server stands in between. TLS inspection is possible.',
      altered:
        'A filter changes the pages: TLS inspection is suspected. Have this address exempted.',
      untrusted: 'The server’s own proxy is not set up: whoever runs it must set TRUST_PROXY.',
    },
    socket: {
      open: 'The socket is open: changes appear within seconds.',
      blocked: 'The socket is blocked: changes take up to 45 seconds.',
    },
    clock: {
      right: 'Right. Zone: {zone}.',
      off: 'Off by {minutes} min. The screen goes by the server’s time.',
      wrong: 'Off by more than a day: https may fail. Set the device’s clock.',
    },
    restart: {
      device: 'Tier 1: starts without a network, from this device.',
      cache: 'Tier 2: on plain http it starts from the browser’s cache, as far as that goes.',
      server: 'Tier 3: it can start only while the server answers.',
    },
    storage: {
      worker: 'The content is kept twice.',
      database: 'The content is kept in the database alone.',
      local: 'Little space: texts are kept, pictures are not.',
      memory: 'Nothing is kept. After a restart it needs the server.',
    },
    space: {
      ample: '{free} free for pictures and videos.',
      low: 'Only {free} free. Pictures and videos may be missing.',
    },
    engine: {
      current: '{engine}: has all that it needs.',
      aged: '{engine}: old, but supported.',
      unsupported: '{engine}: not supported. Use a stick or a kiosk computer.',
    },
    sound: {
      plays: 'Can play without a touch.',
      muted: 'Silent until somebody touches the page. Allow autoplay for this address.',
      absent: 'This browser makes no sound.',
    },
    scripts: {
      drawn: 'Arabic and Turkish letters are drawn right.',
      unshaped: 'Arabic letters do not join. A newer browser is needed.',
      missing: 'Letters are missing: the fonts did not load.',
    },
  },
  untested: 'Cannot be told at the moment.',
  soundUntested: 'Cannot be told once a key was pressed. Open {address} instead.',
};
