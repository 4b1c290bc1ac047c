// Leads from what is shown in the preview to the field or block it comes from: a click on it, or from the keyboard a
// list of buttons, each seen while it has the focus. The preview marks its places with `data-edit`. Links and forms in
// it lead nowhere, for behind them is the site and not the draft.

const ITS_OWN = 'a[href^="#"], summary, button, audio, video, input, select, textarea';

function isInForm(path) {
  const [field] = path.split('.');
  return document.querySelector(`[data-contentpath="${CSS.escape(field)}"], #id_${CSS.escape(field)}-FORMS`);
}

function goTo(path) {
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, '', pathname + search); // so that the same place is a change, too
  window.location.replace(`#:w:contentpath=${path}`); // focus_field.js does the rest
  window.focus();
}

function onClick(event) {
  const place = event.target.closest('[data-edit]');
  if (event.target.closest(ITS_OWN)) return;
  if (event.target.closest('a[href]')) event.preventDefault();
  if (place) goTo(place.dataset.edit);
}

function addButton(list, place) {
  const button = list.ownerDocument.createElement('button');
  button.type = 'button';
  const words = (place.innerText || place.querySelector('img')?.alt || '').trim().replace(/\s+/g, ' ').slice(0, 40);
  button.textContent = `${list.dataset.verb} ${words}`;
  button.addEventListener('focus', () => place.scrollIntoView({ block: 'center' }));
  for (const type of ['focus', 'blur']) {
    button.addEventListener(type, () => place.toggleAttribute('data-edit-here', type === 'focus'));
  }
  button.addEventListener('click', () => goTo(place.dataset.edit));
  list.append(button);
}

document.addEventListener('w-preview:loaded', () => {
  const preview = document.querySelector('#w-preview-iframe').contentDocument;
  const list = preview.querySelector('[data-parts]');
  const places = [...preview.querySelectorAll('[data-edit]')];
  places.filter((place) => !isInForm(place.dataset.edit)).forEach((place) => place.removeAttribute('data-edit'));
  preview.addEventListener('click', onClick, true);
  preview.addEventListener('submit', (event) => event.preventDefault(), true);
  if (list) places.filter((place) => place.dataset.edit).forEach((place) => addButton(list, place));
});
