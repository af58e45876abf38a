/** What a start has to tell the person who started it. */
export interface WelcomeFacts {
  /** Origin at which the server is reached. */
  readonly url: string;
  /** The demo screen's token, where there is a demo. */
  readonly demoToken: string | undefined;
  /** The administrator's key, on the first start. */
  readonly adminKey: string | undefined;
}

/** Where the CLI looks for a server by itself. */
const DEFAULT_URL = 'http://localhost:8080';

/** @returns what is printed before the log, a line for each thing. */
export function welcomeLines({ url, demoToken, adminKey }: WelcomeFacts): string[] {
  const server = url === DEFAULT_URL ? '' : ` --server ${url}`;
  return [
    ...(demoToken === undefined ? [] : [`Demo screen:         ${url}/screen#${demoToken}`]),
    ...(adminKey === undefined ? [] : [`Administrator's key: ${adminKey}`]),
    `Try next:            npm run --silent hallboard -- screens${server}`,
  ];
}
