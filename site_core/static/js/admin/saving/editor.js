// Nothing that an editor writes gets lost: says what keeps it from being saved, and tries again.
import { again, onFailed, onSaved } from './autosave.js';
import { explain, mayBeSaved } from './explain.js';
import { bar, form } from './form.js';
import { startKeeping } from './keeping.js';
import { offerCopy } from './offer.js';
import { watchWarning } from './over.js';
import { startOver } from './retry.js';
import { guard } from './submit.js';
import { isUnsaved, watch } from './unsaved.js';
import { sayWhen } from './words.js';

if (form) {
  onFailed(explain);
  onSaved(startOver);
  onSaved(sayWhen);
  guard(mayBeSaved);
  [startKeeping, watch, watchWarning].forEach((start) => start());
  window.addEventListener('load', offerCopy);
  bar.querySelector('[data-saving-login]').addEventListener('click', async () => (await mayBeSaved()) && again());
  window.addEventListener('online', () => isUnsaved() && again());
}
