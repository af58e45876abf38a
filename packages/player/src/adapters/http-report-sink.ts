import { HEADERS, PATHS } from '@hallboard/shared';
import type { Clock } from '../ports/clock.js';
import type { ReportSink } from '../ports/report-sink.js';
import { chooseTransport } from './http-snapshot-source.js';
import type { Transport } from './http-transport.js';

export interface HttpReportSinkOptions {
  /** The server's origin, without a slash at its end. */
  readonly serverUrl: string;
  readonly clock: Clock;
  /** @default as for snapshots */
  readonly transport?: Transport;
}

/** Reports over HTTP (HTTP-8). */
export function createHttpReportSink(options: HttpReportSinkOptions): ReportSink {
  const { serverUrl, clock, transport = chooseTransport(clock) } = options;
  return {
    send(report, { token, deviceId }, done) {
      const request = {
        method: 'POST',
        url: serverUrl + PATHS.reports,
        headers: { authorization: `Bearer ${token}`, [HEADERS.device]: deviceId },
        body: JSON.stringify(report),
      } as const;
      return transport(request, (reply) => {
        const status = reply.kind === 'answer' ? reply.status : 0;
        done(
          status === 204 ? 'taken' : status === 404 || status === 405 ? 'unsupported' : 'failed',
        );
      });
    },
  };
}
