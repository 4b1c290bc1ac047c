// Knows whether all that is written has been saved, and has it saved if not.
import { again, onSaved } from './autosave.js';
import { form, isBegun, written } from './form.js';

const PAUSE = 150; // ms; so often at most the form is read while somebody types
const STILL_TO_COME = 300; // ms; rich text takes a moment to reach its field
let confirmed = null; // what the server has; nothing is compared before it is known
let [seen, changed] = [null, -Infinity];
let isEarly = form?.dataset.wUnsavedForceValue === 'true' || (form && isBegun()); // the server has none of it
let [timer, late] = [null, null];
const listeners = [];

/** Call with whether something is unsaved, whenever that may have changed. */
export const onChange = (listener) => listeners.push(listener);
export const isUnsaved = () => confirmed !== null && written() !== confirmed;
export const isUnsettled = () => isEarly || isUnsaved() || performance.now() - changed < STILL_TO_COME;

/** Read the form now; if it has changed, have it saved. */
export function look() {
  timer = null;
  const now = written();
  if (confirmed === null || now === seen) return;
  [seen, changed] = [now, performance.now()];
  listeners.forEach((listener) => listener(now !== confirmed));
  if (now !== confirmed) again();
}

function touch(event) {
  if (!event.isTrusted) return;
  if (document.readyState !== 'complete') isEarly = true; // its parts are still being put together
  else if (confirmed === null) seen = confirmed = written(); // so far it is what the server sent
  if (event.type !== 'beforeinput') return;
  changed = performance.now();
  clearTimeout(late);
  late = setTimeout(look, STILL_TO_COME);
}

function accept(sent, since) {
  confirmed = changed + STILL_TO_COME > since ? sent : written(); // what changed by itself is nobody's words
  listeners.forEach((listener) => listener(isUnsaved()));
  if (isUnsaved()) again();
}

export function watch() {
  ['beforeinput', 'keydown', 'pointerdown', 'paste', 'drop'].forEach((type) => form.addEventListener(type, touch, true));
  const soon = () => { timer ??= setTimeout(look, PAUSE); };
  ['input', 'change', 'keyup', 'pointerup', 'w-unsaved:add'].forEach((type) => form.addEventListener(type, soon));
  window.addEventListener('load', () => { if (isEarly) [confirmed, isEarly] = ['', false]; look(); });
  onSaved(accept);
}
