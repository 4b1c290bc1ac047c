// When to try again after a failure that passes by itself.
import { again } from './autosave.js';

const FIRST_WAIT = 4000; // ms; each is twice as long as the one before
const LONGEST_WAIT = 60000;
let [failures, timer] = [0, null];

export const hasFailed = () => failures > 0;

export function tryNow() {
  failures += 1;
  again();
}

export function tryLater() {
  clearTimeout(timer);
  timer = setTimeout(again, Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT));
  failures += 1;
}

/** Count from the first failure again. */
export function startOver() {
  clearTimeout(timer);
  failures = 0;
}
