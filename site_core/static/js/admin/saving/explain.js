// Why a form is not saved: says it, asks who is logged out for the password, and has it tried again.
import { onSaved } from './autosave.js';
import { form } from './form.js';
import { logIn } from './login.js';
import { hasFailed, startOver, tryLater, tryNow } from './retry.js';
import { ask } from './session.js';
import { say, sayWhatIsWrong } from './words.js';

const KNOWN = { invalid_revision: 'conflict', locked: 'locked' };
let notNow = false;
let explaining = null;

/** Whether the server would take this form now. Says so if not, and asks who is logged out for the password. */
export async function mayBeSaved(opens = true) {
  const session = await ask();
  if (session.state === 'in') return true;
  const isOut = !['offline', 'server'].includes(session.state);
  say(isOut && session.state !== 'other' ? 'out' : session.state, session.name);
  if (!isOut) tryLater();
  if (!isOut || !opens) return false;
  notNow = !(await logIn(session));
  if (!notNow) startOver();
  return !notNow;
}

async function answer({ type, response }) {
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

/** What fails while somebody is asked for the password needs no answer of its own: it is sent once they are in. */
export function explain(failure) {
  explaining ??= answer(failure).finally(() => { explaining = null; });
}

onSaved(() => { notNow = false; });
