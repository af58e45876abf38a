/**
 * What a page's commands need that a reader has and a test has not. CONTRIBUTING.md says how they work.
 * @typedef {object} StandIns
 * @property {readonly string[]} [before] commands of bash before the page's first
 * @property {Readonly<Record<string, string>>} [replace] texts of the page's commands, each of which
 *   has to be there, and what is run in their place
 */

const NORTH = 'hallboard school add North --zone Europe/London';
/** The smallest picture. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const TLS_FILES = '-keyout tls.key -out tls.crt';
const SELF_TEST_CODE = '1802-8MH4-HBZZ-5G1R';

/** @type {Readonly<Record<string, StandIns>>} */
export const STAND_INS = {
  'README.md': { before: [`base64 -d <<<${PNG} >logo.png`] },
  'docs/alerts.md': {
    before: [NORTH],
    replace: { 'alert-0f3a…': '"$(last_said "alert-[0-9a-z-]+")"' },
  },
  'docs/backups.md': {
    replace: {
      'npm run --silent hallboard -- restore data/backups/hallboard.2026-11-24T07-53-00.000Z.db':
        'stop_server; npm run --silent hallboard -- restore data/backups/hallboard.*.db',
    },
  },
  'docs/content.md': { replace: { 'q3f….41': '"$(last_said "^[^ ]+[.][0-9]+")"' } },
  'docs/embedding.md': { before: [NORTH] },
  'docs/http-only.md': {
    before: [
      `openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost ${TLS_FILES} 2>openssl.log`,
    ],
    replace: {
      // The server changes its directory.
      '/etc/hallboard/tls': '$PWD/tls',
      'PORT=443 ': '',
      '<pid>': '"$(grep -oE \'"pid":[0-9]+\' server.log | tail -n 1 | cut -d : -f 2)"',
    },
  },
  'docs/import.md': {
    before: ['mkdir share', 'cp docs/import/notices.csv share'],
    replace: { '/srv/school-share': 'share' },
  },
  'docs/operating.md': { before: [NORTH] },
  'docs/protocol.md': { replace: { 'http://localhost:8080': '"$HALLBOARD_URL"' } },
  'docs/redis.md': { replace: { 'redis://127.0.0.1:6379': 'redis://127.0.0.1:$REDIS_PORT' } },
  'docs/running.md': { replace: { 'http://localhost:8080': '"$HALLBOARD_URL"' } },
  'docs/security.md': { replace: { 'screen-0f3a…': '"$(last_said "screen-[0-9a-f]+")"' } },
  'docs/self-test.md': { replace: { '<code>': SELF_TEST_CODE } },
};
