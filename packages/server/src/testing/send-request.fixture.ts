import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';

export interface TestAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it was sent, still encoded. */
  readonly body: Buffer;
  readonly text: string;
}

export interface TestRequest {
  /** @default 'GET' */
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

/** One request over a connection of its own, with no header but those given. */
export function sendRequest(url: string, options: TestRequest = {}): Promise<TestAnswer> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const received = Buffer.concat(chunks);
        const { statusCode: status = 0, headers: answered } = response;
        resolve({ status, headers: answered, body: received, text: received.toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
