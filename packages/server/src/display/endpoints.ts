import { PATHS } from '@hallboard/shared';
import { answerReport } from './answer-report.js';
import { answerSnapshot, answerStatus, type Call } from './answers.js';
import { DeviceLimits } from './device-limits.js';
import { createMediaAnswer, type MediaAnswersOptions } from './media-answers.js';
import type { ScreenWitness } from './screen-witness.js';

/** One address of the display API. */
export interface Endpoint {
  /** For metrics. */
  readonly name: string;
  readonly methods: readonly string[];
  readonly limits: DeviceLimits;
  /** @throws ApiError where there is nothing to answer with. */
  answer(call: Call): void | Promise<void>;
}

export interface EndpointOptions extends MediaAnswersOptions {
  /** Hears the reports. */
  readonly witness: ScreenWitness;
}

/** HTTP-6, for each token and device. Media and reports have their own buckets. */
const READS = { perSecond: 1, burst: 4 };
const REPORTS = { perSecond: 0.2, burst: 4 };

const READ_METHODS = ['GET', 'HEAD'];

/** @returns finds the endpoint of a request's URL. */
export function createEndpoints(
  options: EndpointOptions,
): (url: string | undefined) => Endpoint | undefined {
  const reads = new DeviceLimits(READS);
  const read = { methods: READ_METHODS, limits: reads };
  const status: Endpoint = { ...read, name: 'status', answer: answerStatus };
  const snapshot: Endpoint = { ...read, name: 'snapshot', answer: answerSnapshot };
  const media: Endpoint = {
    name: 'media',
    methods: READ_METHODS,
    limits: new DeviceLimits(READS),
    answer: createMediaAnswer(options),
  };
  const reports: Endpoint = {
    name: 'reports',
    methods: ['POST'],
    limits: new DeviceLimits(REPORTS),
    answer: (call) => answerReport(call, options.witness),
  };

  return (url = '') => {
    const query = url.indexOf('?');
    const path = query === -1 ? url : url.slice(0, query);
    if (path === PATHS.status) return status;
    if (path === PATHS.snapshot) return snapshot;
    if (path === PATHS.reports) return reports;
    return path.startsWith(PATHS.media) ? media : undefined;
  };
}
