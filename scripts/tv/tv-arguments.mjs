import { parseArgs } from 'node:util';

const USAGE = 'npm run package:tv -- tizen|webos --server URL [--out FILE]';

/** The file that each kind of display takes. */
const ENDINGS = { tizen: '.wgt', webos: '.ipk' };

/** @typedef {keyof typeof ENDINGS} TvPlatform */

/**
 * @typedef {object} TvOrder
 * @property {TvPlatform} platform
 * @property {string} server the origin of the Hallboard server
 * @property {string | undefined} out where to write the package. `undefined`: in `artifacts`
 */

/**
 * @param {readonly string[]} args of the command
 * @returns {TvOrder}
 * @throws {Error} that names what is wrong
 */
export function readTvArguments(args) {
  const { values, positionals } = parse(args);
  const [platform = '', ...more] = positionals;
  if (!isPlatform(platform) || more.length > 0) {
    fail(`name one platform, tizen or webos, and not "${positionals.join(' ')}"`);
  }
  const { server, out } = values;
  if (server === undefined) fail('--server is missing: the address of your Hallboard server');
  const ending = ENDINGS[platform];
  if (out !== undefined && !out.endsWith(ending)) fail(`--out has to end with ${ending}`);
  return { platform, server: originOf(server), out };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args: [...args],
      options: { server: { type: 'string' }, out: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (error) {
    // After the first sentence comes advice for names that start with a dash.
    return fail(error instanceof Error ? error.message.replace(/\. .*$/s, '') : String(error));
  }
}

/** @param {string} name @returns {name is TvPlatform} */
function isPlatform(name) {
  return Object.hasOwn(ENDINGS, name);
}

/** @param {string} text */
function originOf(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHttp = url?.protocol === 'https:' || url?.protocol === 'http:';
  // With a slash at its end, browsers' address bars give it out.
  if (url === undefined || !isHttp || (text !== url.origin && text !== `${url.origin}/`)) {
    return fail('--server has to be an origin such as https://screens.example.org, without a path');
  }
  return url.origin;
}

/** @param {string} why @returns {never} */
function fail(why) {
  throw new Error(`package:tv: ${why}.\nUsage: ${USAGE}`);
}
