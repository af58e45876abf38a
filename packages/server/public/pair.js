/**
 * The page at `/pair`: an administrator, led here by a screen's QR code, says which screen it is
 * (BIND-5). It speaks the administrators' API with the key that is typed.
 */
const KEY_NAME = 'hallboard.admin-key';
/** So many screens are found by looking at them. */
const MAX_UNSEARCHED = 8;
/** After the last key, so that not every letter is a question. */
const SEARCH_AFTER_MS = 250;
const signIn = /** @type {HTMLFormElement} */ (document.getElementById('sign-in'));
const choose = /** @type {HTMLFormElement} */ (document.getElementById('choose'));
const screens = /** @type {HTMLElement} */ (document.getElementById('screens'));
const keyPart = /** @type {HTMLElement} */ (document.getElementById('key'));
const find = /** @type {HTMLElement} */ (document.getElementById('find'));
const bar = /** @type {HTMLElement} */ (document.getElementById('bar'));
const said = /** @type {HTMLElement} */ (document.getElementById('said'));
const more = /** @type {HTMLElement} */ (document.getElementById('more'));
const connectButton = /** @type {HTMLButtonElement} */ (bar.querySelector('button'));

/** Questions for screens so far: an answer counts only to the newest. */
let asked = 0;
/** Whether every screen is listed, so that this page can look for one by itself. */
let isWhole = true;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let searching;

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
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {...(Node | string)} content
 */
function element(tag, ...content) {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

/** @typedef {{ id: string, schoolId: string, schoolName: string, state: string, info: { name: string } }} Screen */

/** @param {Screen} screen */
function screenChoice({ id, schoolId, state, info }) {
  const radio = element('input');
  Object.assign(radio, { type: 'radio', name: 'screen' });
  radio.value = JSON.stringify({ school: schoolId, screen: id });
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

/**
 * Lists the screens by school, those without a device first. Of many, the server finds those that are
 * named so, and as many as it likes.
 *
 * @returns whether there are any.
 */
async function listScreens() {
  asked += 1;
  const question = asked;
  const wanted = field(choose, 'find');
  const { screens: found, next } = await call(`/screens?find=${encodeURIComponent(wanted)}`);
  // What is typed meanwhile has asked anew.
  if (question !== asked) return true;
  /** @type {Map<string, Screen[]>} */
  const schools = new Map();
  for (const screen of found) {
    schools.set(screen.schoolId, [...(schools.get(screen.schoolId) ?? []), screen]);
  }
  const sections = [...schools.values()].map((ofSchool) => {
    const ordered = [
      ...ofSchool.filter(({ state }) => state !== 'bound').sort(byName),
      ...ofSchool.filter(({ state }) => state === 'bound').sort(byName),
    ];
    return element(
      'section',
      element('h2', ofSchool[0]?.schoolName ?? ''),
      ...ordered.map(screenChoice),
    );
  });
  const chosen = screens.querySelector('input:checked');
  screens.replaceChildren(...sections);
  if (chosen) keepChosen(/** @type {HTMLInputElement} */ (chosen));
  isWhole = wanted === '' && next === undefined;
  more.hidden = next === undefined;
  const isAny = found.length > 0 || wanted !== '';
  find.hidden = isWhole && found.length <= MAX_UNSEARCHED;
  choose.hidden = !isAny;
  connectButton.hidden = !isAny;
  filterScreens();
  return isAny;
}

/**
 * What is chosen stays so, whether it is among what is listed now or not.
 *
 * @param {HTMLInputElement} chosen
 */
function keepChosen(chosen) {
  const same = [...screens.querySelectorAll('input')].find(({ value }) => value === chosen.value);
  const label = chosen.closest('label');
  if (same) same.checked = true;
  else if (label) screens.prepend(element('section', label));
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

/** Looks among what is listed, or asks the server where it has more. */
function search() {
  clearTimeout(searching);
  if (isWhole) filterScreens();
  else searching = setTimeout(() => listScreens().catch(fail), SEARCH_AFTER_MS);
}

async function showScreens() {
  const isAny = await listScreens();
  if (input(signIn, 'keep').checked) localStorage.setItem(KEY_NAME, field(signIn, 'key'));
  else localStorage.removeItem(KEY_NAME);
  if (!isAny) return 'There are no screens yet: add one first.';
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
  choose.reset();
  await listScreens().catch(filterScreens);
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

/** @param {unknown} error */
function fail(error) {
  // That is how `fetch` says that nobody answered.
  const isAway = error instanceof TypeError;
  say(isAway ? 'The server cannot be reached.' : messageOf(error), 'failed');
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
      fail(error);
    }
    button.disabled = false;
  });
}

const showButton = /** @type {HTMLButtonElement} */ (keyPart.querySelector('button'));
onSubmit(signIn, showButton, showScreens);
onSubmit(choose, connectButton, connect);
input(choose, 'find').addEventListener('input', search);
input(signIn, 'code').value = location.hash.slice(1);
const kept = localStorage.getItem(KEY_NAME);
if (kept !== null) {
  input(signIn, 'key').value = kept;
  input(signIn, 'keep').checked = true;
  if (location.hash.length > 1) signIn.requestSubmit();
}
