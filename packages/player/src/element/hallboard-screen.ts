import {
  createBrowserClock,
  createDevicePlaces,
  createMediaPlaces,
  createPlayer,
  type DevicePlaces,
  InvalidOptionError,
  PLAYER_EVENTS,
  type Player,
  type PlayerError,
  type PlayerEventName,
  type PlayerEvents,
  type PlayerOptions,
} from '../index.js';
import { assetUrl, resolveFolder } from './assets.js';
import { LANGUAGES } from './languages.js';
import { addFonts, attachStyles } from './styles.js';

declare global {
  interface HTMLElementTagNameMap {
    'hallboard-screen': HallboardScreen;
  }
}

/** What an element takes beside its attributes; set it before the element is in the document. */
export type HallboardScreenOptions = Pick<
  PlayerOptions,
  'languages' | 'onPaired' | 'places' | 'ports'
>;

/** What a `<hallboard-screen>` dispatches. Events do not bubble; `detail` is what the player tells. */
export type HallboardScreenEventMap = {
  [Name in Exclude<PlayerEventName, 'error'>]: CustomEvent<PlayerEvents[Name]>;
} & {
  /** A refresh failed, or an attribute cannot be used. */
  error: CustomEvent<{ readonly error: PlayerError | InvalidOptionError }>;
};

/** Of a screen that is not set up and asks nobody, whose page may have no origin of its own. */
const NOBODY = 'https://hallboard.invalid/';

/** Where there are no elements, as on a server, the class can be imported all the same. */
const Base: typeof HTMLElement =
  typeof HTMLElement === 'undefined' ? (class {} as typeof HTMLElement) : HTMLElement;

/** Types the events, and declares nothing that the class lacks. */
export interface HallboardScreen {
  addEventListener<Name extends keyof HallboardScreenEventMap>(
    type: Name,
    listener: (this: HallboardScreen, event: HallboardScreenEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/**
 * `<hallboard-screen>`: a screen in a page, in a shadow root of its own. It plays while it is in the
 * document and was not stopped; taking it out stops everything, moving it nothing. Attributes:
 * `server`, `token`, `silent`, `assets`; all may be changed at any time.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: see the interface.
export class HallboardScreen extends Base {
  static readonly observedAttributes: readonly string[] = ['server', 'token', 'silent', 'assets'];
  /** Where the embed's files are, with a slash at its end; whoever defines the element knows. */
  static assets = '';
  /** One set of connections to the device's storage for all elements of a page. */
  private static places: DevicePlaces | undefined;

  /** Read whenever the player is opened. @default none */
  options: HallboardScreenOptions = {};

  private stage: HTMLElement | undefined;
  private opened: { readonly player: Player; readonly attributes: string } | undefined;
  private isStopped = false;
  private isSettling = false;

  /** The running player; `undefined` while the element is out of the document or stopped. */
  get player(): Player | undefined {
    return this.opened?.player;
  }

  /** Shows the screen again after `stop()`. */
  start(): void {
    this.isStopped = false;
    this.settle();
  }

  /** Ends everything and leaves the element empty, until `start()`. */
  stop(): void {
    this.isStopped = true;
    this.settle();
  }

  /** Asks the server for something newer now; see `Player.refresh`. */
  refresh(): void {
    this.player?.refresh();
  }

  /** Called by the browser. */
  connectedCallback(): void {
    this.settle();
  }

  /** Called by the browser. */
  disconnectedCallback(): void {
    this.settle();
  }

  /** Called by the browser. */
  attributeChangedCallback(): void {
    this.settle();
  }

  /** Waits for the running script, so that a move, or several changes, are one. */
  private settle(): void {
    if (this.isSettling) return;
    this.isSettling = true;
    void Promise.resolve().then(() => {
      this.isSettling = false;
      this.follow();
    });
  }

  private follow(): void {
    const names = HallboardScreen.observedAttributes;
    const attributes = JSON.stringify(names.map((name) => this.getAttribute(name)));
    const isWanted = this.isConnected && !this.isStopped;
    if (isWanted && this.opened?.attributes === attributes) return;
    this.opened?.player.close();
    this.opened = undefined;
    if (isWanted) this.opened = { player: this.open(), attributes };
  }

  private open(): Player {
    const languages: Record<string, string> = {};
    try {
      const named = this.getAttribute('assets') ?? HallboardScreen.assets;
      const assets = resolveFolder(named, document.baseURI);
      if (assets === undefined) throw new InvalidOptionError('assets', 'must be an address');
      const container = this.stageIn(assets);
      addFonts(document.fonts, assets);
      for (const [language, path] of Object.entries(LANGUAGES)) {
        languages[language] = assetUrl(path, assets);
      }
      HallboardScreen.places ??= {
        ...createDevicePlaces(createBrowserClock()),
        forMedia: createMediaPlaces(),
      };
      const player = createPlayer({
        languages,
        places: HallboardScreen.places,
        sharesDevice: true,
        ...this.options,
        container,
        serverUrl: this.getAttribute('server') ?? new URL(assets).origin,
        silent: this.hasAttribute('silent'),
        ...tokenOf(this),
      });
      for (const name of PLAYER_EVENTS) player.on(name, (detail) => this.tell(name, detail));
      return player;
    } catch (error) {
      if (!(error instanceof InvalidOptionError)) throw error;
      this.tell('error', { error });
      // Says that this screen is not set up.
      return createPlayer({ languages, container: this.stageIn(NOBODY), serverUrl: NOBODY });
    }
  }

  private stageIn(assets: string): HTMLElement {
    if (this.stage !== undefined) return this.stage;
    const root = this.attachShadow({ mode: 'open' });
    attachStyles(root, assets);
    const frame = root.appendChild(document.createElement('div'));
    frame.className = 'frame';
    this.stage = frame.appendChild(document.createElement('div'));
    this.stage.className = 'stage';
    return this.stage;
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function tokenOf(element: Element): Pick<PlayerOptions, 'token'> {
  const token = element.getAttribute('token');
  return token === null || token === '' ? {} : { token };
}
