import { localTime } from '../../scene/local-time.js';
import { Content } from '../parts/content.js';
import { Mark, markOf } from '../states/mark.js';
import { fitStep, textWidth } from '../text/fit.js';
import type { Panel, PanelProps } from './panel.js';

const CREST_WIDTH = 96 + 28;
const CLOCK_WIDTH = 400;
const DATE_WIDTH = 460;
/** Of the sign before a mark, with its space. */
const SIGN_WIDTH = 50;

/** Who the screen belongs to, the time and the date. */
export const header: Panel = {
  isShown: () => true,
  pages: () => 1,
  View: Header,
};

function Header({ frame, scene, box }: PanelProps) {
  const { school, screen } = frame;
  const isTall = box.height > 150;
  const room = box.width - CREST_WIDTH - CLOCK_WIDTH - (isTall ? 0 : DATE_WIDTH);
  const step = fitStep(school.name, [56, 40, 28], { width: room, lines: { 28: 2 } });
  const mark = markOf(frame);
  // What is wrong matters more than the screen's name.
  const isNamed = textWidth(screen.name + (mark ?? ''), 28, 'regular') + SIGN_WIDTH <= room;
  return (
    <header class={isTall ? 'hb-header is-tall' : 'hb-header'}>
      <Crest frame={frame} />
      <div class="hb-school">
        <h1 class={`hb-school-name t${step}`}>
          <Content text={school.name} />
        </h1>
        <p class="hb-screen t28">
          {(isNamed || !mark) && <Content text={screen.name} />}
          <Mark text={mark} />
        </p>
      </div>
      <DateText scene={scene} isTall={isTall} />
      <div class="hb-clock t132">
        {frame.time === 'unknown' ? (
          <bdi dir="ltr" class="hb-muted">
            --:--
          </bdi>
        ) : (
          <bdi dir="ltr">{frame.numerals(localTime(school, frame.nowMs))}</bdi>
        )}
      </div>
    </header>
  );
}

/** The school's logo once its file has verified, else its first letter. */
function Crest({ frame: { school, files } }: Pick<PanelProps, 'frame'>) {
  const url = school.logo && files?.[school.logo.hash];
  if (url !== undefined) return <img class="hb-crest is-logo" src={url} alt="" />;
  return (
    <span class="hb-crest t56" aria-hidden="true">
      {Array.from(school.name)[0]}
    </span>
  );
}

/** On two lines beside the clock, on one below it. */
function DateText({ scene, isTall }: Pick<PanelProps, 'scene'> & { readonly isTall: boolean }) {
  if (scene.day === undefined) return <div class="hb-date" />;
  const { weekday, date, secondDate } = scene.day.texts;
  return (
    <div key={date} class="hb-date t40">
      <Content text={weekday} />
      {isTall || secondDate !== undefined ? ' ' : <br />}
      <Content text={date} />
      {secondDate !== undefined && (
        <>
          {isTall ? ' · ' : <br />}
          <Content text={secondDate} />
        </>
      )}
    </div>
  );
}
