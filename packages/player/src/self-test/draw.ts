import type { SelfTestMessages, Tone } from './messages/messages.js';
import { type Said, verdictOf } from './say.js';

/** Ticks, marks and crosses as lines: a TV's fonts may not have them. */
const MARKS: Readonly<Record<Tone, string>> = {
  good: 'M5 13l5 5 9-11',
  limited: 'M12 4v10M12 19v1',
  bad: 'M6 6l12 12M18 6L6 18',
  unknown: 'M6 12h12',
};
const SVG = 'http://www.w3.org/2000/svg';

/** What is drawn. */
export interface Shown {
  readonly messages: SelfTestMessages;
  /** Where the screen comes from, and which build runs. */
  readonly about: string;
  readonly minutes: number;
  /** `undefined` while the test runs. */
  readonly result: { readonly said: readonly Said[]; readonly code: string } | undefined;
  readonly onBack: () => void;
  readonly onAgain: () => void;
}

/** Draws the self-test into its element, with the way back in focus. */
export function draw(root: HTMLElement, shown: Shown): void {
  const { messages, about, minutes, result } = shown;
  root.lang = messages.language;
  root.dir = messages.language === 'ar' ? 'rtl' : 'ltr';
  const verdict = element('p', 'st-verdict', result === undefined ? messages.running : '');
  if (result !== undefined) {
    const tone = verdictOf(result.said);
    verdict.dataset.tone = tone;
    verdict.textContent = messages.verdict[tone];
  }
  const where = element('bdi', 'st-about', about);
  const code = element('bdi', 'st-code', result?.code ?? '');
  code.dir = where.dir = 'ltr';
  const hint = messages.hint.replace('{minutes}', String(minutes));
  const back = button(messages.back, shown.onBack);
  const again = button(messages.again, shown.onAgain);
  root.textContent = '';
  root.append(
    element('header', '', element('h1', '', messages.title), where, verdict),
    element('ul', '', ...(result?.said ?? []).map(card)),
    element(
      'footer',
      '',
      element('p', 'st-support', messages.code, ' ', code),
      element('div', 'st-keys', back, again),
      element('p', 'st-hint', hint),
    ),
  );
  back.focus();
}

function card({ finding, outcome, tone, name, text }: Said): HTMLElement {
  const item = element('li', '', mark(tone), element('h2', '', name), element('p', '', text));
  Object.assign(item.dataset, { finding, outcome, tone });
  return item;
}

function mark(tone: Tone): Element {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', MARKS[tone]);
  svg.append(path);
  return svg;
}

function button(text: string, onClick: () => void): HTMLElement {
  const made = element('button', '', text);
  made.addEventListener('click', onClick);
  return made;
}

function element(
  tag: string,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}
