import { flatMap } from '../../scene/lists.js';
import type { DayScene } from '../../scene/scene.js';
import { Content } from '../parts/content.js';
import { units } from '../parts/units.js';
import { textWidth, wrap } from '../text/fit.js';
import type { Panel, PanelProps } from './panel.js';
import { PAGE_MS } from './turns.js';

const STEP = 40;
const PADDING = 36;
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
  const texts = textsOf(scene);
  const { lap, shift, length } = lapAt(nowMs, texts, box.width);
  const sign = frame.school.direction === 'ltr' ? '-' : '';
  const line = texts.map((text) => (
    <span key={text} style={{ padding: `0 ${units(SPACE / 2)}` }}>
      <Content text={text} />
    </span>
  ));
  const style = { width: units(length) };
  return (
    <section class="hb-panel hb-ticker t40" aria-label={messages.notices}>
      <p
        key={lap}
        class="hb-ticker-line"
        style={{ transform: `translateX(${sign}${units(shift)})` }}
      >
        <span style={style}>{line}</span>
        <span style={style} aria-hidden="true">
          {line}
        </span>
      </p>
      <p class="hb-ticker-still">
        <Content text={stillAt(nowMs, texts, box.width - 2 * PADDING)} />
      </p>
    </section>
  );
}

function textsOf(scene: DayScene): readonly string[] {
  return scene.announcements.map(({ title, body }) => (body ? `${title} · ${body}` : title));
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

/** The line that stands where nothing may move: the texts in turn, as far as each fits. */
export function stillAt(nowMs: number, texts: readonly string[], width: number): string {
  const lines = flatMap(texts, (text) => evenLines(text.replace(/\n/g, ' '), width));
  // Of two parts that are parted here too, the dot between them says nothing.
  return (lines[Math.floor(nowMs / PAGE_MS) % lines.length] ?? '').replace(/^[ ·]+|[ ·]+$/g, '');
}

/** In lines about as long as each other: no word has a turn of its own. */
function evenLines(text: string, width: number): readonly string[] {
  const length = textWidth(text, STEP, 'regular') * SLACK;
  return wrap(text, STEP, length / Math.ceil(length / width), 'regular');
}
