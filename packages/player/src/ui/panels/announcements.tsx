import { Content } from '../parts/content.js';
import { Pager } from '../parts/pager.js';
import { noticePages } from './notice-pages.js';
import type { Panel, PanelInput, PanelProps } from './panel.js';

/** As wide as the sign before an urgent title. */
const SIGN = '\u2026 ';

/** What the school tells everybody, one notice at a time, the most urgent first. */
export const announcements: Panel = {
  isShown: (scene) => scene.announcements.length > 0,
  pages: (input) => pagesOf(input).length,
  View: Announcements,
};

function pagesOf({ frame, scene, box }: PanelInput) {
  return scene.announcements
    .map((notice) => {
      const { level, title, body = '' } = notice;
      const text = { title: level === 'urgent' ? SIGN + title : title, body };
      return noticePages(notice, text, box, frame.school.direction);
    })
    .reduce((all, pages) => all.concat(pages), []);
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
          {notice.level === 'urgent' && <ImportantSign label={messages.important} />}
          <Content text={notice.title} />
        </h2>
        {body !== '' && (
          <p class={`hb-notice-body t${bodyStep}`}>
            <Content text={body} />
          </p>
        )}
      </div>
      <Pager turn={turn} />
    </section>
  );
}

/** A warning triangle, so that the tone does not say it alone. */
function ImportantSign({ label }: { readonly label: string }) {
  return (
    <svg class="hb-important" viewBox="0 0 100 100" role="img" aria-label={label}>
      <path d="M50 10 94 88H6zM50 40v22M50 75v1" />
    </svg>
  );
}
