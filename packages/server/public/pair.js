/**
 * The page at `/pair`: an administrator, led here by a screen's QR code, says which screen it is
 * (BIND-5). It speaks the administrators' API with the key that is typed.
 */
const KEY_NAME = 'hallboard.admin-key';
const signIn = /** @type {HTMLFormElement} */ (document.getElementById('sign-in'));
const choose = /** @type {HTMLFormElement} */ (document.getElementById('choose'));
const screens = /** @type {HTMLElement} */ (document.getElementById('screens'));
const said = /** @type {HTMLElement} */ (document.getElementById('said'));

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
    throw new Error('What answered is not Hallboard: is the phone signed in to its network?');
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

/**
 * @param {string} school
 * @param {{ id: string, state: string, info: { name: string } }} screen
 */
function screenChoice(school, { id, state, info }) {
  const radio = element('input');
  Object.assign(radio, { type: 'radio', name: 'screen', required: true });
  radio.value = JSON.stringify({ school, screen: id });
  const note = state === 'bound' ? 'has a device, which this one replaces' : 'has no device yet';
  return element('label', radio, info.name, ' ', element('small', note));
}

async function showScreens() {
  const schools = await list('/schools', 'schools');
  screens.replaceChildren();
  for (const { id, name } of schools) {
    const found = await list(`/schools/${encodeURIComponent(id)}/screens`, 'screens');
    const open = found.filter((/** @type {{ state: string }} */ each) => each.state !== 'revoked');
    if (open.length === 0) continue;
    screens.append(element('h2', name));
    for (const screen of open) screens.append(screenChoice(id, screen));
  }
  choose.hidden = screens.childElementCount === 0;
  if (input(signIn, 'keep').checked) localStorage.setItem(KEY_NAME, field(signIn, 'key'));
  else localStorage.removeItem(KEY_NAME);
  return choose.hidden ? 'There are no screens yet: add one first.' : '';
}

async function connect() {
  const code = encodeURIComponent(field(signIn, 'code'));
  const { screen } = await call(`/pairings/${code}`, JSON.parse(field(choose, 'screen')));
  choose.hidden = true;
  return `Connected. It shows ${screen.info.name} in a few seconds.`;
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Does something when a form is sent, once at a time, and says how it went.
 *
 * @param {HTMLFormElement} form
 * @param {() => Promise<string>} act
 */
function onSubmit(form, act) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'));
    button.disabled = true;
    said.textContent = '';
    try {
      said.textContent = await act();
    } catch (error) {
      // That is how `fetch` says that nobody answered.
      const isAway = error instanceof TypeError;
      said.textContent = isAway ? 'The server cannot be reached.' : messageOf(error);
    }
    button.disabled = false;
  });
}

onSubmit(signIn, showScreens);
onSubmit(choose, connect);
input(signIn, 'code').value = location.hash.slice(1);
const kept = localStorage.getItem(KEY_NAME);
if (kept !== null) {
  input(signIn, 'key').value = kept;
  input(signIn, 'keep').checked = true;
  if (location.hash.length > 1) signIn.requestSubmit();
}
