import { encodeSelfTest } from '@hallboard/shared';
import type { Cancel, Clock } from '../ports/clock.js';
import { draw } from './draw.js';
import type { Evidence } from './evidence.js';
import { judge } from './judge.js';
import type { SelfTestMessages } from './messages/messages.js';
import { say } from './say.js';

/** Without a key for so long, the screen returns. */
const RETURN_MINUTES = 5;
/** The last of the five OKs must not press the first button. */
const DEAF_MS = 1_000;
/** Back, on the remotes of Samsung and LG. */
const BACK_CODES = [10009, 461];
const BACK_KEYS = ['Escape', 'Backspace', 'GoBack', 'BrowserBack'];
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowLeft: -1,
  ArrowDown: 1,
  ArrowRight: 1,
};

export interface SelfTestOptions {
  /** Lies over the screen; taken away at the end. A `close` event on it ends the test too. */
  readonly root: HTMLElement;
  readonly clock: Clock;
  /** In the screen's language, which may become known while the test runs. */
  readonly messagesNow: () => SelfTestMessages;
  readonly about: string;
  /** Of the self-test itself. */
  readonly address: string;
  /** @param isAgain the test was asked for with a key. */
  readonly gather: (isAgain: boolean) => Promise<Evidence>;
}

/** Tests the device, and shows what it found until a key, or five minutes without one. */
export function showSelfTest(options: SelfTestOptions): void {
  const { root, clock, messagesNow, about, address, gather } = options;
  const sinceMs = clock.monotonicMs();
  let isClosed = false;
  let cancel: Cancel = () => undefined;

  function close(): void {
    isClosed = true;
    cancel();
    root.ownerDocument.removeEventListener('keydown', onKey);
    root.removeEventListener('close', close);
    root.remove();
  }

  function stay(): void {
    cancel();
    cancel = clock.setTimer(RETURN_MINUTES * 60_000, close);
  }

  function pressed(act: () => void): () => void {
    return () => {
      if (clock.monotonicMs() - sinceMs >= DEAF_MS) act();
    };
  }

  function paint(result: Parameters<typeof draw>[1]['result']): void {
    const onAgain = pressed(() => run(true));
    const onBack = pressed(close);
    draw(root, {
      messages: messagesNow(),
      about,
      minutes: RETURN_MINUTES,
      result,
      onBack,
      onAgain,
    });
  }

  function run(isAgain: boolean): void {
    paint(undefined);
    void gather(isAgain).then((evidence) => {
      if (isClosed) return;
      const report = judge(evidence);
      const said = say(report, { messages: messagesNow(), freeBytes: evidence.freeBytes, address });
      paint({ said, code: encodeSelfTest(report) });
    });
  }

  function onKey(event: KeyboardEvent): void {
    stay();
    if (BACK_KEYS.includes(event.key) || BACK_CODES.includes(event.keyCode)) {
      event.preventDefault();
      close();
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons: readonly HTMLElement[] = Array.from(root.querySelectorAll('button'));
    const focused = root.querySelector<HTMLElement>(':focus');
    const at = focused === null ? -step : buttons.indexOf(focused);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }

  root.ownerDocument.addEventListener('keydown', onKey);
  root.addEventListener('close', close);
  stay();
  run(false);
}
