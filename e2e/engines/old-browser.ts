import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import WebSocket from 'ws';
import { debuggerUrl, killGroup } from '../fixtures/browser-process.js';
import { waitUntil } from '../fixtures/wait-until.js';
import { DevTools } from './dev-tools.js';

const LOOK_TIMEOUT_MS = 20_000;

/** A TV of its day: an engine that Playwright is too new for, driven by the protocol itself. */
export class OldBrowser {
  private constructor(
    private readonly process: ChildProcess,
    private readonly tools: DevTools,
  ) {}

  /** What the page threw or logged as an error. */
  get errors(): readonly string[] {
    return this.tools.errors;
  }

  /** @param profileDir kept by the caller: start again on it to see what survived. */
  static async start(executable: string, profileDir: string): Promise<OldBrowser> {
    const child = spawn(
      executable,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--remote-debugging-port=0',
        '--window-size=1920,1080',
        `--user-data-dir=${profileDir}`,
        'about:blank',
      ],
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const { host } = new URL(await debuggerUrl(child));
    const page = await pageOf(host);
    const socket = new WebSocket(page);
    await once(socket, 'open');
    const tools = new DevTools(socket);
    for (const domain of ['Runtime', 'Log', 'Page']) await tools.call(`${domain}.enable`);
    return new OldBrowser(child, tools);
  }

  async open(url: string): Promise<void> {
    await this.tools.call('Page.navigate', { url });
  }

  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.tools.call('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    return (answer as { result?: { value?: unknown } }).result?.value;
  }

  /** Waits until the page's text holds `text`. */
  async untilText(text: string, timeoutMs = LOOK_TIMEOUT_MS): Promise<void> {
    await this.until(`document.body.innerText.includes(${JSON.stringify(text)})`, timeoutMs);
  }

  /** Waits until an expression is true in the page. */
  async until(expression: string, timeoutMs = LOOK_TIMEOUT_MS): Promise<void> {
    await waitUntil(async () => (await this.evaluate(expression)) === true, {
      timeoutMs,
      explain: () => `Not so in time: ${expression}\n${this.errors.join('\n')}`,
    });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = (await this.tools.call('Page.captureScreenshot')) as { data: string };
    return Buffer.from(data, 'base64');
  }

  /** SIGKILL to every process of the browser at once. Idempotent. */
  async cutPower(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, 'exit');
    killGroup(this.process, 'SIGKILL');
    await gone;
  }
}

/** The address of the one page, which is there a moment after the browser. */
async function pageOf(host: string): Promise<string> {
  let page: string | undefined;
  await waitUntil(
    async () => {
      const targets: { type: string; webSocketDebuggerUrl: string }[] = await (
        await fetch(`http://${host}/json`)
      ).json();
      page = targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl;
      return page !== undefined;
    },
    { timeoutMs: LOOK_TIMEOUT_MS, explain: () => 'The browser has no page' },
  );
  return String(page);
}
