// Somebody who was warned that another has saved meanwhile, and goes on, wants theirs to be the newest.
import { hide } from './form.js';

export function watchWarning() {
  document.addEventListener('w-dialog:confirmed', ({ target }) => {
    const isConflict = document.querySelector('[data-w-session-intercept-value="conflict"]');
    if (isConflict && target.id === 'w-save-confirmation-dialog') hide('save_over', '1');
  });
}
