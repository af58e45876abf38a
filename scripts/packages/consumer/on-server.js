/** What a server does that renders a page: it imports everything, and there is no document. */
import { createPlayer, InvalidOptionError, isToken } from '@hallboard/player';
import { HallboardScreen } from '@hallboard/player/element';
import ar from '@hallboard/player/locales/ar.json' with { type: 'json' };
import { FakeServer, ManualClock } from '@hallboard/player/testing';

const server = new FakeServer({ timeline: new ManualClock().timeline });
console.log(
  JSON.stringify({
    player: typeof createPlayer,
    error: new InvalidOptionError('token', 'is wrong').message,
    isToken: isToken('a b'),
    element: HallboardScreen.observedAttributes,
    language: ar.language,
    revision: server.revision,
    style: import.meta.resolve('@hallboard/player/hallboard.css').split('/').pop(),
    script: import.meta.resolve('@hallboard/player/embed/hallboard.js').split('/').pop(),
  }),
);
