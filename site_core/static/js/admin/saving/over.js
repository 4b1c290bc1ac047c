// A warning that somebody has saved meanwhile: it speaks of others only, and who goes on wants theirs to be the newest.
import { hide } from './form.js';

/** Wagtail asks now and then who else has saved. Overtaken by a save of one's own, the answer tells of that. */
function speakOfOthers() {
  let overtaken = false;
  document.addEventListener('w-session:ping', () => { overtaken = false; });
  document.addEventListener('w-autosave:save', () => { overtaken = true; });
  document.addEventListener('w-swap:json', ({ detail: { data } }) => {
    if (!overtaken || !data.other_sessions) return;
    Object.assign(data, { other_sessions: [], html: document.querySelector('#w-editing-sessions').innerHTML });
  }, true);
}

export function watchWarning() {
  speakOfOthers();
  document.addEventListener('w-dialog:confirmed', ({ target }) => {
    const isConflict = document.querySelector('[data-w-session-intercept-value="conflict"]');
    if (isConflict && target.id === 'w-save-confirmation-dialog') hide('save_over', '1');
  });
}
