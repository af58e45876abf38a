import type { IncomingMessage } from 'node:http';
import { check, screenReportSchema } from '@hallboard/shared';
import { ApiError } from '../http/api-error.js';
import { answerHeaders, type Call } from './answers.js';
import type { ScreenWitness } from './screen-witness.js';

/** A report is a few facts of a player about itself. */
const MAX_REPORT_BYTES = 16 * 1024;

/**
 * HTTP-8: takes what a player knows of itself. Losing a report loses nothing else.
 *
 * @throws ApiError `too_large` or `invalid_request`.
 */
export async function answerReport(call: Call, witness: ScreenWitness): Promise<void> {
  const { request, response, screen } = call;
  const text = await readBody(request, MAX_REPORT_BYTES).catch((cause: unknown) => {
    // A screen that loses its power amid a report is no failure of the server.
    if (request.complete || cause instanceof ApiError) throw cause;
    throw new ApiError('invalid_request', 'The report ended too early', { cause });
  });
  const report = check(screenReportSchema, parseJson(text));
  if (!report.ok) {
    const { violations } = report;
    throw new ApiError('invalid_request', 'This is no report', { violations });
  }
  witness.reported(screen, report.value, request.headers['user-agent'] ?? '');
  response.writeHead(204, answerHeaders(call)).end();
}

/** @returns `undefined` for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // A destroyed request would take the connection with it, and the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new ApiError('too_large', `The report is larger than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
