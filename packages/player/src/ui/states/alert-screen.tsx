import type { Alert } from '@hallboard/shared';
import { localTime } from '../../scene/local-time.js';
import type { Frame } from '../frame.js';
import { en } from '../messages/en.js';
import { Content } from '../parts/content.js';
import type { Stage } from '../stage.js';
import { fill } from '../text/fill.js';
import { fitStep } from '../text/fit.js';
import { AlertSign } from './alert-sign.js';

const MARGIN = 84;
const SIGN_WIDTH = 420;

interface AlertScreenProps {
  readonly alert: Alert;
  readonly frame: Frame;
  readonly stage: Stage;
}

/** An alert has the screen to itself: one colour, one sign, one sentence, one instruction. */
export function AlertScreen({ alert, frame, stage }: AlertScreenProps) {
  const { messages, numerals, school, nowMs, time } = frame;
  const isUpright = stage.shape === 'portrait';
  const width = stage.width - 2 * MARGIN - (isUpright ? 0 : SIGN_WIDTH);
  const titleStep = fitStep(alert.title, [188, 132, 84, 56], {
    width,
    lines: { 188: 2, 132: 3, 84: 4, 56: 5 },
  });
  const instruction = alert.instruction ?? '';
  const textStep = fitStep(instruction, [84, 56, 40, 28], {
    width,
    lines: { 84: 2, 56: isUpright ? 6 : 3, 40: isUpright ? 14 : 5, 28: 10 },
  });
  // What everybody must understand is said in English too.
  const second = messages.language === en.language ? undefined : en.alert[alert.kind];
  return (
    <main class={isUpright ? 'hb-alert is-upright' : 'hb-alert'}>
      <div class="hb-alert-head">
        <span class="t56">
          <Content text={school.name} />
        </span>
        {time !== 'unknown' && (
          <span class="hb-clock t84">
            <bdi dir="ltr">{numerals(localTime(school, nowMs))}</bdi>
          </span>
        )}
      </div>
      <div class="hb-alert-body">
        <AlertSign kind={alert.kind} />
        <div class="hb-alert-text" role="alert">
          {alert.drill && <strong class="hb-drill t56">{messages.drill}</strong>}
          <p class="hb-alert-kind t56">
            <strong>{messages.alert[alert.kind]}</strong>
            {second !== undefined && (
              <>
                {' · '}
                <bdi lang="en">{second}</bdi>
              </>
            )}
          </p>
          <h1 class={`hb-title t${titleStep}`}>
            <Content text={alert.title} />
          </h1>
          {instruction !== '' && (
            <p class={`hb-alert-instruction t${textStep}`}>
              <Content text={instruction} />
            </p>
          )}
        </div>
      </div>
      <div class="hb-alert-foot t40">
        <span>{fill(messages.since, { time: numerals(localTime(school, alert.startsAt)) })}</span>
      </div>
    </main>
  );
}
