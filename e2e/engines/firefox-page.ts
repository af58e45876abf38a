import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutPowerOf, debuggerUrl } from '../fixtures/browser-process.js';
import { DrivenPage } from '../fixtures/driven-page.js';
import { ProtocolSocket } from '../fixtures/protocol-socket.js';

/** A kiosk's sound, no questions after a crash, and no calls home. */
const PREFERENCES = {
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  // Without a sound card it never begins to play; this is its own stand-in for one.
  'media.cubeb.force_mock_context': true,
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'extensions.systemAddon.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

/** Firefox, driven by WebDriver BiDi itself: no other browser needs a library that speaks it. */
export class FirefoxPage extends DrivenPage {
  private constructor(
    readonly errors: readonly string[],
    private readonly process: ChildProcess,
    private readonly bidi: ProtocolSocket,
    private readonly context: string,
  ) {
    super();
  }

  /** @param profileDir kept by the caller: start again on it to see what survived. */
  static async start(executable: string, profileDir: string): Promise<FirefoxPage> {
    const lines = Object.entries(PREFERENCES).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(profileDir, 'user.js'), lines.join(''));
    const child = spawn(
      executable,
      ['--headless', '--no-remote', '--profile', profileDir, '--remote-debugging-port=0'],
      {
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
        // It refuses a home that is not its user's.
        env: { ...process.env, HOME: profileDir, MOZ_CRASHREPORTER_DISABLE: '1' },
      },
    );
    const errors: string[] = [];
    const bidi = await ProtocolSocket.open(`${await debuggerUrl(child)}/session`, (_, params) => {
      const text = JSON.stringify(params);
      if (text.includes('"level":"error"')) errors.push(text);
    });
    await bidi.call('session.new', { capabilities: {} });
    await bidi.call('session.subscribe', { events: ['log.entryAdded'] });
    const tree = (await bidi.call('browsingContext.getTree')) as {
      readonly contexts: readonly { readonly context: string }[];
    };
    const context = tree.contexts[0]?.context;
    if (context === undefined) throw new Error('The browser has no page');
    await bidi.call('browsingContext.setViewport', {
      context,
      viewport: { width: 1920, height: 1080 },
      devicePixelRatio: 1,
    });
    return new FirefoxPage(errors, child, bidi, context);
  }

  async open(url: string): Promise<void> {
    // Until it is there: what is asked of a page on its way is asked of the one before.
    await this.bidi.call('browsingContext.navigate', {
      context: this.context,
      url,
      wait: 'interactive',
    });
  }

  async evaluate(expression: string): Promise<unknown> {
    const answer = (await this.bidi.call('script.evaluate', {
      // BiDi has a form of its own for values; a text is plain in it.
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value))`,
      target: { context: this.context },
      awaitPromise: true,
    })) as { readonly result?: { readonly value?: string } };
    const json = answer.result?.value;
    return json === undefined ? undefined : JSON.parse(json);
  }

  async addInitScript(source: string): Promise<void> {
    await this.bidi.call('script.addPreloadScript', { functionDeclaration: `() => {${source}}` });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = (await this.bidi.call('browsingContext.captureScreenshot', {
      context: this.context,
    })) as { data: string };
    return Buffer.from(data, 'base64');
  }

  async cutPower(): Promise<void> {
    await cutPowerOf(this.process);
  }
}
