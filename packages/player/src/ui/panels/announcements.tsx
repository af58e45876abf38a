import type { Announcement } from '@hallboard/shared';
import { flatMap } from '../../scene/lists.js';
import { Content } from '../parts/content.js';
import { Pager } from '../parts/pager.js';
import { noticePages } from './notice-pages.js';
import type { Panel, PanelInput, PanelProps } from './panel.js';

const PADDING = 36;
/** Above and below; below is the pager. */
const PADDING_HEIGHT = 24 + 36;
/** As wide as the sign before a title. */
const SIGN = '\u2026 ';

const TRIANGLE = 'M50 10 94 88H6zM50 40v22M50 75v1';
/** A sign for each level that says more than its words, so that no tone says it alone. */
const SIGNS: Partial<Record<Announcement['level'], string>> = {
  success: 'M50 8 62 36 92 39 69 59 76 89 50 73 24 89 31 59 8 39 38 36z',
  warning: TRIANGLE,
  urgent: TRIANGLE,
};

/** What the school tells everybody, one notice at a time, the most urgent first. */
export const announcements: Panel = {
  isShown: (scene) => scene.announcements.length > 0,
  pages: (input) => pagesOf(input).length,
  View: Announcements,
};

function pagesOf({ frame, scene, box }: PanelInput) {
  const room = { width: box.width - 2 * PADDING, height: box.height - PADDING_HEIGHT };
  return flatMap(scene.announcements, (notice) => {
    const { level, title, body } = notice;
    const text = { title: SIGNS[level] ? SIGN + title : title, body };
    return noticePages(notice, text, room, frame.school.direction);
  });
}

function Announcements({ frame, scene, box, turn }: PanelProps) {
  const page = pagesOf({ frame, scene, box })[turn.page];
  if (page === undefined) return <section class="hb-panel" />;
  const { item: notice, titleStep, bodyStep, body } = page;
  const { messages } = frame;
  return (
    <section
      class={`hb-panel hb-notice is-${notice.level}`}
      aria-label={messages.notices}
      key={`${notice.id}/${turn.page}`}
    >
      <div class="hb-enter">
        <h2 class={`hb-notice-title t${titleStep}`}>
          <LevelSign level={notice.level} label={messages.important} />
          <Content text={notice.title} />
        </h2>
        {body !== '' && (
          <p class={`hb-notice-body t${bodyStep}${body.includes('\n') ? ' is-prose' : ''}`}>
            <Content text={body} />
          </p>
        )}
      </div>
      <Pager turn={turn} />
    </section>
  );
}

interface SignProps {
  readonly level: Announcement['level'];
  /** What a triangle says. */
  readonly label: string;
}

/** The sign before a notice's title. */
export function LevelSign({ level, label }: SignProps) {
  const path = SIGNS[level];
  if (path === undefined) return null;
  const isWarning = path === TRIANGLE;
  return (
    <>
      <svg
        class="hb-sign"
        viewBox="0 0 100 100"
        role={isWarning ? 'img' : 'presentation'}
        aria-label={isWarning ? label : undefined}
      >
        <path d={path} />
      </svg>
      {'\u00a0'}
    </>
  );
}
