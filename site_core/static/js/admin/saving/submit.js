// Saves by a button only when the server will take it: the page that holds the words is not left for a refusal.
import { hold, release } from './autosave.js';
import { form, hide } from './form.js';
import { commentsInPlace, flush } from './rich_text.js';

let leaving = false;
let trying = false;

const listeners = [];

/** Call just before the form is sent. */
export const onLeaving = (listener) => listeners.push(listener);
export const isLeaving = () => leaving;

async function attempt(button, mayBeSaved) {
  trying = true;
  const [may] = await Promise.all([mayBeSaved(), hold(), commentsInPlace()]);
  if (may) {
    leaving = true;
    flush();
    listeners.forEach((listener) => listener());
    if (button?.name) hide(button.name, button.value);
    HTMLFormElement.prototype.submit.call(form);
    return;
  }
  release();
  trying = false;
  if (button) button.dataset.wProgressLoadingValue = 'false';
}

/** From now on the form is sent only if `mayBeSaved` resolves to true. */
export function guard(mayBeSaved) {
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (!trying) attempt(event.submitter, mayBeSaved);
  });
  // Back to this page by the browser's own button.
  window.addEventListener('pageshow', (event) => { if (event.persisted) window.location.reload(); });
}
