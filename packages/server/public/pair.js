/**
 * The page at `/pair`: an administrator, led here by a screen's QR code, says which screen it is
 * (BIND-5). It speaks the administrators' API with the key that is typed.
 */
const KEY_NAME = 'hallboard.admin-key';
/** So many screens are found by looking at them. */
const MAX_UNSEARCHED = 8;
const signIn = /** @type {HTMLFormElement} */ (document.getElementById('sign-in'));
const choose = /** @type {HTMLFormElement} */ (document.getElementById('choose'));
const screens = /** @type {HTMLElement} */ (document.getElementById('screens'));
const keyPart = /** @type {HTMLElement} */ (document.getElementById('key'));
const find = /** @type {HTMLElement} */ (document.getElementById('find'));
const bar = /** @type {HTMLElement} */ (document.getElementById('bar'));
const said = /** @type {HTMLElement} */ (document.getElementById('said'));
const connectButton = /** @type {HTMLButtonElement} */ (bar.querySelector('button'));

/** What a form's field holds. @param {HTMLFormElement} form @param {string} name */
function field(form, name) {
  return String(new FormData(form).get(name) ?? '').trim();
}

/** @param {HTMLFormElement} form @param {string} name */
function input(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

/**
 * @param {string} path
 * @param {object} [body] makes it a POST
 */
async function call(path, body) {
  const response = await fetch(`/api/admin${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${field(signIn, 'key')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.json().catch(() => {
    throw new Error(
      `What answered (status ${response.status}) is not Hallboard: is the phone signed in to its network?`,
    );
  });
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

/**
 * A whole list, page after page.
 *
 * @param {string} path
 * @param {string} name what the answer calls its items
 */
async function list(path, name) {
  const items = [];
  let after = '';
  do {
    const page = await call(`${path}?after=${encodeURIComponent(after)}`);
    items.push(...page[name]);
    after = page.next;
  } while (after !== undefined);
  return items;
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {...(Node | string)} content
 */
function element(tag, ...content) {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

/** @typedef {{ id: string, state: string, info: { name: string } }} Screen */

/**
 * @param {string} school
 * @param {Screen} screen
 */
function screenChoice(school, { id, state, info }) {
  const radio = element('input');
  Object.assign(radio, { type: 'radio', name: 'screen' });
  radio.value = JSON.stringify({ school, screen: id });
  const text = element('span', info.name);
  if (state === 'bound') text.append(element('small', 'has a device; this one would replace it'));
  const label = element('label', radio, text);
  label.className = 'choice';
  return label;
}

/** By name as people count: Room 9 is before Room 10. @param {Screen} a @param {Screen} b */
function byName(a, b) {
  return a.info.name.localeCompare(b.info.name, undefined, { numeric: true });
}

/** Lists the screens of each school, those without a device first. @returns how many there are. */
async function listScreens() {
  const schools = await list('/schools', 'schools');
  const sections = [];
  for (const { id, name } of schools) {
    /** @type {Screen[]} */
    const found = await list(`/schools/${encodeURIComponent(id)}/screens`, 'screens');
    const open = found.filter(({ state }) => state !== 'revoked').sort(byName);
    const ordered = [
      ...open.filter(({ state }) => state !== 'bound'),
      ...open.filter(({ state }) => state === 'bound'),
    ];
    if (ordered.length === 0) continue;
    const choices = ordered.map((screen) => screenChoice(id, screen));
    sections.push(element('section', element('h2', name), ...choices));
  }
  screens.replaceChildren(...sections);
  const count = screens.querySelectorAll('input').length;
  find.hidden = count <= MAX_UNSEARCHED;
  choose.hidden = count === 0;
  connectButton.hidden = choose.hidden;
  filterScreens();
  return count;
}

/** Leaves the screens whose name, or whose school's, has what is looked for, and the chosen one. */
function filterScreens() {
  const wanted = field(choose, 'find').toLowerCase();
  for (const section of screens.querySelectorAll('section')) {
    const school = section.querySelector('h2')?.textContent ?? '';
    const choices = [...section.querySelectorAll('label')];
    for (const label of choices) {
      const isNamed = `${label.textContent} ${school}`.toLowerCase().includes(wanted);
      label.hidden = !isNamed && label.querySelector('input:checked') === null;
    }
    section.hidden = choices.every((label) => label.hidden);
  }
}

async function showScreens() {
  const count = await listScreens();
  if (input(signIn, 'keep').checked) localStorage.setItem(KEY_NAME, field(signIn, 'key'));
  else localStorage.removeItem(KEY_NAME);
  if (count === 0) return 'There are no screens yet: add one first.';
  // The key has done its part, and the list comes up to where it was.
  keyPart.hidden = true;
  return '';
}

async function connect() {
  const code = field(signIn, 'code');
  if (code === '') throw new Error('Type the code that is on the screen.');
  const chosen = field(choose, 'screen');
  if (chosen === '') throw new Error('Choose which screen it is.');
  const { screen } = await call(`/pairings/${encodeURIComponent(code)}`, JSON.parse(chosen));
  // Ready for the next one.
  input(signIn, 'code').value = '';
  input(choose, 'find').value = '';
  await listScreens().catch(() => choose.reset());
  scrollTo(0, 0);
  return `Connected. It shows ${screen.info.name} in a few seconds.`;
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {string} text @param {'done' | 'failed'} [outcome] */
function say(text, outcome = 'done') {
  said.textContent = text;
  said.dataset.outcome = outcome;
}

/**
 * Does something when a form is sent, once at a time, and says how it went.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement} button
 * @param {() => Promise<string>} act
 */
function onSubmit(form, button, act) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    say('');
    try {
      say(await act());
    } catch (error) {
      // That is how `fetch` says that nobody answered.
      const isAway = error instanceof TypeError;
      say(isAway ? 'The server cannot be reached.' : messageOf(error), 'failed');
    }
    button.disabled = false;
  });
}

const showButton = /** @type {HTMLButtonElement} */ (keyPart.querySelector('button'));
onSubmit(signIn, showButton, showScreens);
onSubmit(choose, connectButton, connect);
input(choose, 'find').addEventListener('input', filterScreens);
input(signIn, 'code').value = location.hash.slice(1);
const kept = localStorage.getItem(KEY_NAME);
if (kept !== null) {
  input(signIn, 'key').value = kept;
  input(signIn, 'keep').checked = true;
  if (location.hash.length > 1) signIn.requestSubmit();
}
