import type { IncomingMessage } from 'node:http';
import { ApiError } from '../http/api-error.js';
import { answerHeaders, type Call } from './answers.js';

/** A report is a few facts of a player about itself. */
const MAX_REPORT_BYTES = 16 * 1024;

/**
 * HTTP-8: accepts what a player knows of itself. Nothing here keeps it: losing a report loses
 * nothing else.
 *
 * @throws ApiError `too_large` or `invalid_request`.
 */
export async function answerReport(call: Call): Promise<void> {
  if (!isJsonObject(await readBody(call.request, MAX_REPORT_BYTES))) {
    throw new ApiError('invalid_request', 'The report must be a JSON object');
  }
  call.response.writeHead(204, answerHeaders(call)).end();
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
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
