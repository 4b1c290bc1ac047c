// Follows a link to one field or block of a form, `…/edit/#:w:contentpath=body.3f1c…`, as Wagtail writes them: opens
// the tab and whatever is folded around it, and puts the cursor in. What is not there any more leads to what held it.

const WRITABLE = '[contenteditable="true"], input:not([type="hidden"], [disabled]), textarea, select';
const USABLE = `${WRITABLE}, button:not([data-panel-toggle], [data-comment-add]), a[href]`;

function wanted() {
  const [, query] = window.location.hash.split(':w:');
  return (new URLSearchParams(query).get('contentpath') ?? '').split('.').filter(Boolean);
}

function find([name, ...rest], within = document) {
  const quoted = CSS.escape(name);
  const found = within.querySelector(`[data-contentpath="${quoted}"]`) ?? document.querySelector(`#id_${quoted}-FORMS`);
  return found && rest.length ? (find(rest, found) ?? found) : found;
}

function open(element) {
  element.dispatchEvent(new CustomEvent('w-focus:focus', { bubbles: true })); // Wagtail's tabs listen for it
  const folds = [...element.querySelectorAll('[data-panel-toggle]')].slice(0, 1);
  for (let at = element.closest('[data-panel]'); at; at = at.parentElement.closest('[data-panel]')) {
    folds.push(at.querySelector('[data-panel-toggle]'));
  }
  folds.filter((fold) => fold?.getAttribute('aria-expanded') === 'false').forEach((fold) => fold.click());
}

function enter(element, tries = 30) {
  const shown = (selector) => [...element.querySelectorAll(selector)].find((one) => one.checkVisibility());
  const field = shown(WRITABLE) ?? shown(USABLE);
  element.scrollIntoView({ block: 'center' });
  if (field) field.focus({ preventScroll: true });
  else if (tries) window.requestAnimationFrame(() => enter(element, tries - 1)); // its tab is being opened
}

function follow() {
  const path = wanted();
  const element = path.length ? find(path) : null;
  if (!element) return;
  open(element);
  enter(element);
}

window.addEventListener('hashchange', follow);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#:w:"]');
  if (link && link.hash === window.location.hash) follow(); // the same again changes no hash
});
// Wagtail scrolls a tenth of a second after loading; ours is the last word.
if (document.readyState === 'complete') follow();
else window.addEventListener('load', () => window.setTimeout(follow, 200));
