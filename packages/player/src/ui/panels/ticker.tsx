import { flatMap } from '../../scene/lists.js';
import { Content } from '../parts/content.js';
import { units } from '../parts/units.js';
import { textWidth, wrap } from '../text/fit.js';
import { LevelSign } from './announcements.js';
import type { Panel, PanelProps } from './panel.js';
import { PAGE_MS } from './turns.js';

const STEP = 40;
const PADDING = 36;
/** Between a title and its text. */
const PART = ' · ';
/** What the sign of an urgent notice takes. */
const SIGN = 56;
/** Between two notices, in units. */
const SPACE = 120;
/** Slow enough to be read in passing; units a second. */
const SPEED = 90;
/** How much longer than its share a line of a text that stands may be: words are not cut. */
const SLACK = 1.15;

/** The notices on one line, for layouts that have no room for them otherwise. */
export const ticker: Panel = {
  isShown: (scene) => scene.announcements.length > 0,
  pages: () => 1,
  View: Ticker,
};

function Ticker({ frame, scene, box }: PanelProps) {
  const { messages, nowMs } = frame;
  // What is urgent has the line to itself.
  const urgent = scene.announcements.filter(({ level }) => level === 'urgent');
  const isUrgent = urgent.length > 0;
  const texts = (isUrgent ? urgent : scene.announcements).map(({ title, body }) =>
    body ? title + PART + body : title,
  );
  const sign = isUrgent && <LevelSign level="urgent" label={messages.important} />;
  const { lap, shift, length } = lapAt(nowMs, texts, box.width);
  const towards = frame.school.direction === 'ltr' ? '-' : '';
  const line = texts.map((text, index) => (
    <span key={text} style={{ padding: `0 ${units(SPACE / 2)}` }}>
      {index === 0 && sign}
      <Content text={text} />
    </span>
  ));
  const style = { width: units(length) };
  return (
    <section
      class={`hb-panel hb-ticker t40${isUrgent ? ' is-urgent' : ''}`}
      aria-label={messages.notices}
    >
      <p
        key={lap}
        class="hb-ticker-line"
        style={{ transform: `translateX(${towards}${units(shift)})` }}
      >
        <span style={style}>{line}</span>
        <span style={style} aria-hidden="true">
          {line}
        </span>
      </p>
      <p class="hb-ticker-still">
        {sign}
        <Content text={stillAt(nowMs, texts, box.width - 2 * PADDING - (isUrgent ? SIGN : 0))} />
      </p>
    </section>
  );
}

/**
 * How far the line has run: a function of the time, so that two screens side by side agree. It is
 * followed by itself, so that a lap ends where the next one starts. Lengths are in units.
 */
export function lapAt(
  nowMs: number,
  texts: readonly string[],
  width: number,
): { readonly lap: number; readonly shift: number; readonly length: number } {
  const own = texts.reduce((sum, text) => sum + textWidth(text, STEP, 'regular') + SPACE, 0);
  const length = Math.ceil(Math.max(own, width));
  const run = (nowMs / 1000) * SPEED;
  return { lap: Math.floor(run / length), shift: Math.round(run % length), length };
}

/** The line that stands where nothing may move: the texts' parts in turn, as far as each fits. */
export function stillAt(nowMs: number, texts: readonly string[], width: number): string {
  const parts = flatMap(texts, (text) => text.split(PART));
  const lines = flatMap(parts, (text) => evenLines(text.replace(/\n/g, ' '), width));
  return (lines[Math.floor(nowMs / PAGE_MS) % lines.length] ?? '').trim();
}

/** In lines about as long as each other, where that takes no more of them: no word has a turn alone. */
function evenLines(text: string, width: number): readonly string[] {
  const length = textWidth(text, STEP, 'regular') * SLACK;
  const count = Math.ceil(length / width);
  const lines = wrap(text, STEP, length / count, 'regular');
  return lines.length > count ? wrap(text, STEP, width, 'regular') : lines;
}
