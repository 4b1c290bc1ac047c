// Keeps a copy of the form on this device from the first unsaved letter until the server has it; warns who leaves then.
import { drop, put } from './copies.js';
import { bar, fields, form, hide } from './form.js';
import { flush } from './rich_text.js';
import { isLeaving, onLeaving } from './submit.js';
import { isUnsaved, isUnsettled, look, onChange } from './unsaved.js';

const { user } = bar?.dataset ?? {};
export const id = crypto.randomUUID();
export const path = () => new URL(form.action).pathname;

function keep() {
  const title = (form.elements.namedItem('title') ?? form.elements.namedItem('name'))?.value ?? '';
  const data = fields().filter(([name]) => name !== 'csrfmiddlewaretoken');
  put(user, { id, path: path(), title, at: Date.now(), data, sent: isLeaving() });
}

function keepTheLast() {
  flush();
  look();
}

export function startKeeping() {
  hide('kept_copy', id);
  onChange((unsaved) => (unsaved ? keep() : drop(user, id)));
  onLeaving(() => isUnsaved() && keep());
  window.addEventListener('pagehide', keepTheLast);
  document.addEventListener('visibilitychange', keepTheLast);
  window.addEventListener('beforeunload', (event) => !isLeaving() && isUnsettled() && event.preventDefault());
}
