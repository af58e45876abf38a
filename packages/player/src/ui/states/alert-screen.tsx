import type { Alert } from '@hallboard/shared';
import { localTime } from '../../scene/local-time.js';
import type { Frame } from '../frame.js';
import { en } from '../messages/en.js';
import { PAGE_MS } from '../panels/turns.js';
import { Content } from '../parts/content.js';
import { Pager } from '../parts/pager.js';
import type { Stage } from '../stage.js';
import { fill } from '../text/fill.js';
import { alertPages } from './alert-pages.js';
import { AlertSign } from './alert-sign.js';

interface AlertScreenProps {
  readonly alert: Alert;
  readonly frame: Frame;
  readonly stage: Stage;
}

/** An alert has the screen to itself: one colour, one sign, one sentence, one instruction. */
export function AlertScreen({ alert, frame, stage }: AlertScreenProps) {
  const { messages, numerals, school, nowMs, time } = frame;
  const isUpright = stage.shape === 'portrait';
  const pages = alertPages(alert, school.direction, stage);
  const index = Math.floor(nowMs / PAGE_MS) % pages.length;
  const { titleStep, bodyStep, body } = pages[index] ?? { titleStep: 56, bodyStep: 28, body: '' };
  // What everybody must understand is said in English too, where that is another word.
  const kind = messages.alert[alert.kind];
  const second = en.alert[alert.kind];
  return (
    <main class={isUpright ? 'hb-alert is-upright' : 'hb-alert'}>
      <div class="hb-alert-head">
        <Content text={school.name} class="t40" />
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
            <strong>{kind}</strong>
            {second !== kind && (
              <>
                {'\u00a0 '}
                <bdi lang="en">{second}</bdi>
              </>
            )}
          </p>
          <h1 class={`hb-notice-title t${titleStep}`}>
            <Content text={alert.title} />
          </h1>
          {body !== '' && (
            <p class={`hb-alert-instruction t${bodyStep}`}>
              <Content text={body} />
            </p>
          )}
        </div>
      </div>
      <div class="hb-alert-foot t40">
        <span>{fill(messages.since, { time: numerals(localTime(school, alert.startsAt)) })}</span>
        <Pager turn={{ page: index, index, count: pages.length }} />
      </div>
    </main>
  );
}
