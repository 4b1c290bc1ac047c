// Knows whether all that is written has been saved, has it saved if not, and warns who closes the tab before.
import { again, onSaved } from './autosave.js';
import { form, written } from './form.js';
import { isLeaving } from './submit.js';

const PAUSE = 150; // ms; so often at most the form is read while somebody types
const STILL_TO_COME = 400; // ms; rich text takes a moment to reach its field
let confirmed = form?.dataset.wUnsavedForceValue === 'true' ? '' : null;
let seen = null;
let changed = -Infinity;
let timer;
const listeners = [];

/** Call with whether something is unsaved, whenever what is written has changed or was saved. */
export const onChange = (listener) => listeners.push(listener);
export const isUnsaved = () => confirmed !== null && written() !== confirmed;
/** Read the form now; if it has changed, have it saved. */
export function look() {
  timer = null;
  const now = written();
  if (confirmed === null || now === seen) return;
  seen = now;
  changed = performance.now();
  listeners.forEach((listener) => listener(now !== confirmed));
  if (now !== confirmed) again();
}

function touch(event) {
  if (!event.isTrusted) return;
  if (confirmed === null) seen = confirmed = written(); // before the first touch it is what the server sent
  if (event.type === 'beforeinput') changed = performance.now();
}

function accept(sent, since) {
  // What has changed by itself since is not somebody's words.
  confirmed = changed + STILL_TO_COME > since ? sent : written();
  listeners.forEach((listener) => listener(isUnsaved()));
  if (isUnsaved()) again();
}

export function watch() {
  ['beforeinput', 'keydown', 'pointerdown', 'paste', 'drop'].forEach((type) => form.addEventListener(type, touch, true));
  const soon = () => { timer ??= setTimeout(look, PAUSE); };
  ['input', 'change', 'keyup', 'pointerup', 'w-unsaved:add'].forEach((type) => form.addEventListener(type, soon));
  onSaved(accept);
  window.addEventListener('beforeunload', (event) => {
    const isTyping = performance.now() - changed < STILL_TO_COME;
    if (!isLeaving() && (isUnsaved() || (isTyping && confirmed !== null))) event.preventDefault();
  });
}
