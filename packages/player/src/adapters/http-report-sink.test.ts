import type { ScreenReport } from '@hallboard/shared';
import { expect, it } from 'vitest';
import { createHttpReportSink } from './http-report-sink.js';
import type { HttpReply, HttpRequest } from './http-transport.js';
import { handClock } from './storage.fixture.js';

const REPORT: ScreenReport = {
  revision: 'a.1',
  paintedAt: 1,
  clockOffsetMs: 0,
  skippedItems: 0,
  alerts: [],
};

function send(reply: HttpReply) {
  const sent: HttpRequest[] = [];
  const outcomes: string[] = [];
  const sink = createHttpReportSink({
    serverUrl: 'https://board.example.org',
    clock: handClock(),
    transport: (request, done) => {
      sent.push(request);
      done(reply);
      return () => undefined;
    },
  });
  sink.send(REPORT, { token: 'secret', deviceId: 'tv' }, (outcome) => outcomes.push(outcome));
  return { request: sent[0], outcomes };
}

const answer = (status: number): HttpReply => ({
  kind: 'answer',
  status,
  header: () => undefined,
  body: '',
  receivedAtMs: 0,
});

it('[HTTP-3] posts the report with the credentials in headers', () => {
  const { request, outcomes } = send(answer(204));
  expect(request).toMatchObject({
    method: 'POST',
    url: 'https://board.example.org/api/display/reports',
    headers: { authorization: 'Bearer secret', 'x-display-device': 'tv' },
  });
  expect(JSON.parse(request?.body ?? '')).toEqual(REPORT);
  expect(outcomes).toEqual(['taken']);
});

it('[HTTP-8] tells a lost report from a server that takes none', () => {
  const failure = { cause: 'network', detail: 'refused' } as const;
  expect(send({ kind: 'failed', failure }).outcomes).toEqual(['failed']);
  expect(send(answer(429)).outcomes).toEqual(['failed']);
  expect(send(answer(404)).outcomes).toEqual(['unsupported']);
  expect(send(answer(405)).outcomes).toEqual(['unsupported']);
});
