// Wagtail's autosave: what it is doing, and how to have it wait or begin.
import { fields, form, hide, written } from './form.js';
const NEARLY = 250; // ms before its pause is over
let [running, held] = [null, false];
const listeners = { saved: [], failed: [] };
// Called with what the server has now and when that was read, or with what it said instead.
export const onSaved = (listener) => listeners.saved.push(listener);
export const onFailed = (listener) => listeners.failed.push(listener);

form?.addEventListener('w-autosave:save', (event) => {
  if (held) {
    event.preventDefault();
    return event.stopPropagation(); // nobody is to wait for the end of it
  }
  running = { event, since: performance.now(), sent: fields(event.detail.formData) };
  running.done = new Promise((resolve) => { running.end = resolve; });
  return undefined;
});

function end({ type, detail }) {
  const { sent, since = 0, end: resolve } = running ?? {};
  running = null;
  if (type === 'w-autosave:success') {
    ['revision_id', 'revision_created_at'].forEach((name) => detail.response[name] && hide(`loaded_${name}`, detail.response[name]));
    const now = (sent ?? fields()).map(([name, value]) => [name, String(detail.response.field_updates?.[name] ?? value)]);
    listeners.saved.forEach((listener) => listener(written(now), since));
  } else {
    listeners.failed.forEach((listener) => listener(detail));
  }
  resolve?.();
}
['success', 'error'].forEach((how) => form?.addEventListener(`w-autosave:${how}`, end));

/** Begin no autosave until `release`; one that is under way is waited for, one that only waits is called off. */
export async function hold() {
  held = true;
  if (running && performance.now() - running.since < form.dataset.wAutosaveIntervalValue - NEARLY) {
    running.event.preventDefault();
    running = null;
  }
  await running?.done;
}
export const release = () => { held = false; };
/** Put another value into what is read from the form already and about to be sent. */
export const amend = (name, value) => running?.event.detail.formData.set(name, value);
/** Have what is written saved, unless it is on its way already. */
export function again() {
  const onItsWay = running?.sent && written(running.sent) === written();
  if (!held && !onItsWay) form.dispatchEvent(new CustomEvent('w-unsaved:add', { bubbles: true, cancelable: true, detail: { type: 'edits' } }));
}
