// Nothing that an editor writes gets lost: says what keeps it from being saved, and tries again.
import { again, onFailed, onSaved } from './autosave.js';
import { bar, form } from './form.js';
import { startKeeping } from './keeping.js';
import { logIn } from './login.js';
import { offerCopy } from './offer.js';
import { watchWarning } from './over.js';
import { hasFailed, succeed, tryLater, tryNow } from './retry.js';
import { ask } from './session.js';
import { guard } from './submit.js';
import { isUnsaved, watch } from './unsaved.js';
import { say, sayWhatIsWrong, sayWhen } from './words.js';

const KNOWN = { invalid_revision: 'conflict', locked: 'locked' };
let notNow = false;
/** Whether the server would take this form now. Says so if not, and asks who is logged out for the password. */
async function mayBeSaved(opens = true) {
  const session = await ask();
  if (session.state === 'in') return true;
  const isOut = !['offline', 'server'].includes(session.state);
  say(isOut && session.state !== 'other' ? 'out' : session.state, session.name);
  if (!isOut) tryLater();
  if (!isOut || !opens) return false;
  notNow = !(await logIn(session));
  return !notNow;
}

async function explain({ type, response }) {
  if (type === 'validation_error') return sayWhatIsWrong();
  if (type in KNOWN) return say(KNOWN[type]);
  if (!(await mayBeSaved(!notNow))) return undefined;
  // Saved, only what it led to was not heard; or what was void was the token, which is a new one now.
  form.dataset.wAutosaveActiveValue = 'true';
  if (response?.error_message && !response.success) return say('invalid');
  if (!hasFailed()) return tryNow();
  say('server');
  return tryLater();
}

if (form) {
  onFailed(explain);
  onSaved(() => { notNow = false; });
  onSaved(succeed);
  onSaved(sayWhen);
  guard(mayBeSaved);
  [startKeeping, watch, watchWarning].forEach((start) => start());
  window.addEventListener('load', offerCopy);
  bar.querySelector('[data-saving-login]').addEventListener('click', async () => (await mayBeSaved()) && again());
  window.addEventListener('online', () => isUnsaved() && again());
}
