// Who this browser is for the server at the moment.
import { amend } from './autosave.js';
import { bar, form } from './form.js';

async function read(response) {
  const answer = await response.json().catch(() => ({}));
  return { ok: response.ok, ...answer };
}

/** `state`: `in` as the person of this form, `other`, `out`, `code` or `set-up`; `offline`, or `server` if it fails. */
export async function ask() {
  let answer;
  try {
    answer = await read(await fetch(bar.dataset.sessionUrl, { headers: { Accept: 'application/json' } }));
  } catch {
    return { state: 'offline' };
  }
  if (!answer.ok || !answer.state) return { state: 'server' };
  const isOurs = String(answer.user) === bar.dataset.user;
  if (!isOurs) return { ...answer, state: answer.state === 'in' ? 'other' : 'out' };
  // A login, here or in another tab, makes older tokens void. Nobody else's token ever gets into this form.
  if (answer.state === 'in') renew(answer.token);
  return answer;
}

function renew(token) {
  window.wagtailConfig.CSRF_TOKEN = token;
  document.querySelectorAll('input[name="csrfmiddlewaretoken"]').forEach((input) => { input.value = token; });
  amend('csrfmiddlewaretoken', token);
}

/** Send what a person gave to come in. Returns "" or the sentence that says why it was refused. */
export async function give(url, token, values) {
  const headers = { Accept: 'application/json', 'X-CSRFToken': token };
  try {
    const answer = await read(await fetch(url, { method: 'POST', body: new URLSearchParams(values), headers }));
    return answer.success ? '' : (answer.error_message ?? sentence('server'));
  } catch {
    return sentence('offline');
  }
}

const sentence = (name) => form.querySelector(`[data-says="${name}"]`).content.textContent;
