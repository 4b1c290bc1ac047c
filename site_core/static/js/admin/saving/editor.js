// Nothing that an editor writes gets lost: says what keeps it from being saved, and tries again.
import { again, onFailed, onSaved } from './autosave.js';
import { bar, form } from './form.js';
import { logIn } from './login.js';
import { ask } from './session.js';
import { guard } from './submit.js';
import { isUnsaved, watch } from './unsaved.js';
import { say, sayWhatIsWrong, sayWhen } from './words.js';

const FIRST_WAIT = 4000; // ms; each is twice as long as the one before
const LONGEST_WAIT = 60000;
let [failures, timer, notNow] = [0, null, false];

function tryLater() {
  clearTimeout(timer);
  timer = setTimeout(again, Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT));
  failures += 1;
}
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
  if (type === 'invalid_revision') return say('conflict');
  if (type === 'locked') return say('locked');
  if (!(await mayBeSaved(!notNow))) return undefined;
  // Saved, only what it led to was not heard; or what was void was the token, which is a new one now.
  form.dataset.wAutosaveActiveValue = 'true';
  if (response?.error_message && !response.success) return say('invalid');
  if (failures) say('server');
  return failures ? tryLater() : ((failures = 1), again());
}

if (form) {
  onFailed(explain);
  onSaved(() => { clearTimeout(timer); [failures, notNow] = [0, false]; sayWhen(); });
  guard(mayBeSaved);
  watch();
  bar.querySelector('[data-saving-login]').addEventListener('click', async () => (await mayBeSaved()) && again());
  window.addEventListener('online', () => isUnsaved() && again());
}
