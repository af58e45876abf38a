import type { Honour } from '@hallboard/shared';
import { flatMap } from '../../scene/lists.js';
import { type Box, GAP } from '../layouts/arrange.js';
import { Content } from '../parts/content.js';
import { Pager } from '../parts/pager.js';
import { Portrait } from '../parts/portrait.js';
import { type NoticePage, noticePages } from './notice-pages.js';
import type { Panel, PanelInput, PanelProps } from './panel.js';

const HEAD_HEIGHT = 48;
const PADDING = 36;
const PADDING_ABOVE = 24;
const LARGEST_PORTRAIT = 320;
/** From this ratio of height to width on, what is beside a portrait has a narrow column. */
const SQUARISH = 0.6;

/** Praise, one at a time: who, for what, and a photo where there is one. */
export const honours: Panel = {
  isShown: (scene) => scene.honours.length > 0,
  pages: (input) => pagesOf(input).length,
  View: Honours,
};

function pagesOf({ frame, scene, box }: PanelInput): readonly NoticePage<Honour>[] {
  const portrait = portraitSize(box) + GAP;
  const room = {
    width: box.width - 2 * PADDING - (isTall(box) ? 0 : portrait),
    height: box.height - 2 * PADDING_ABOVE - HEAD_HEIGHT - (isTall(box) ? portrait : 0),
  };
  return flatMap(scene.honours, (honour) => {
    const { name, title, reason = '' } = honour;
    const text = { title: name, body: `${title}\n${reason}` };
    return noticePages(honour, text, room, frame.school.direction);
  });
}

/** Whether the portrait stands above the text. */
function isTall({ width, height }: Box): boolean {
  return height > width * SQUARISH;
}

function portraitSize(box: Box): number {
  const { width, height } = box;
  const room = isTall(box) ? height * 0.3 : height - 3 * PADDING - HEAD_HEIGHT;
  return Math.min(room, width / 3, LARGEST_PORTRAIT);
}

function Honours({ frame, scene, box, turn }: PanelProps) {
  const page = pagesOf({ frame, scene, box })[turn.page];
  if (page === undefined) return <section class="hb-panel" />;
  const { item, titleStep, bodyStep, body } = page;
  const url = item.photo && frame.files?.[item.photo.hash];
  return (
    <section class="hb-panel hb-list" aria-label={frame.messages.honours}>
      <div class="hb-panel-head">
        <p class="t40 hb-muted">{frame.messages.honours}</p>
        <Pager turn={turn} />
      </div>
      <div
        class={`hb-honour hb-enter${isTall(box) ? ' is-tall' : ''}`}
        key={`${item.id}/${turn.page}`}
      >
        <Portrait name={item.name} url={url} size={portraitSize(box)} />
        <div>
          <h2 class={`hb-notice-title t${titleStep}`}>
            <Content text={item.name} />
          </h2>
          <p class={`hb-notice-body t${bodyStep}`}>
            <Content text={body} />
          </p>
        </div>
      </div>
    </section>
  );
}
