// Asks over the form for the password, and for the code of whoever has a second step.
import { bar, form } from './form.js';
import { ask, give } from './session.js';

let open = null;

function show(dialog, session) {
  dialog.querySelectorAll('[data-step]').forEach((part) => {
    part.hidden = !part.dataset.step.split(' ').includes(session.state);
  });
  dialog.querySelector('[data-other]').textContent = session.state === 'other' ? session.name : '';
  dialog.querySelector('div:not([hidden]) input:not([readonly])')?.focus();
}

function answer(dialog, session) {
  const [password, code] = ['password', 'code'].map((name) => dialog.querySelector(`#saving-${name}`));
  const values = session.state === 'code' ? { code: code.value } : { username: bar.dataset.name, password: password.value };
  const url = session.state === 'code' ? dialog.dataset.codeUrl : dialog.dataset.passwordUrl;
  [password, code].forEach((input) => { input.value = ''; });
  return session.state === 'set-up' ? '' : give(url, session.token, values);
}

function run(first) {
  document.body.append(form.querySelector('[data-saving-dialog]').content.cloneNode(true));
  const dialog = document.body.lastElementChild;
  let session = first;
  dialog.querySelector('[data-not-now]').addEventListener('click', () => dialog.close());
  dialog.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const refused = await answer(dialog, session);
    const next = await ask();
    if (next.state === 'in') return dialog.close('in');
    if (next.token) session = next; // else there is no line: what was given may be given again
    dialog.querySelector('[data-error]').textContent = refused;
    return show(dialog, session);
  });
  dialog.showModal();
  show(dialog, session);
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => { dialog.remove(); resolve(dialog.returnValue === 'in'); });
  });
}

/** Resolves to whether the person of this form is logged in now. `session` is what `ask` has answered. */
export function logIn(session) {
  open ??= run(session).finally(() => { open = null; });
  return open;
}
