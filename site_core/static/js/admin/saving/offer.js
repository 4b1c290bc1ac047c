// Offers a copy that was kept on this device, where its form is opened again.
import { drop, put, settle, when } from './copies.js';
import { bar, field, form, written } from './form.js';
import { id, path } from './keeping.js';

const { user, sessionUrl } = bar?.dataset ?? {};

/** Send the copy as its form would have been: it is saved as the newest draft, or shown with what is wrong in it. */
function use(copy) {
  put(user, { ...copy, sent: true });
  const sender = Object.assign(document.createElement('form'), { method: 'post', action: copy.path, hidden: true });
  const token = ['csrfmiddlewaretoken', field('csrfmiddlewaretoken').value];
  const own = ['kept_copy', 'restored', 'csrfmiddlewaretoken'];
  const pairs = copy.data.filter(([name]) => !own.includes(name));
  [...pairs, ['kept_copy', copy.id], ['restored', '1'], token].forEach(([name, value]) => {
    sender.append(Object.assign(document.createElement('textarea'), { name, value }));
  });
  document.body.append(sender);
  HTMLFormElement.prototype.submit.call(sender);
}

function show(copy, copies) {
  form.before(bar.parentElement.querySelector('[data-saving-offer]').content.cloneNode(true));
  const offer = form.previousElementSibling;
  offer.querySelector('[data-when]').textContent = when(copy);
  offer.querySelector('[data-title]').textContent = copy.title;
  offer.querySelector('[data-use]').addEventListener('click', () => use(copy));
  offer.querySelector('[data-drop]').addEventListener('click', () => {
    copies.forEach((one) => drop(user, one.id));
    offer.remove();
  });
}

export async function offerCopy() {
  const left = await settle(user, sessionUrl);
  const here = left.filter((copy) => copy.path === path() && copy.id !== id);
  here.filter((copy) => written(copy.data) === written()).forEach((copy) => drop(user, copy.id));
  const others = here.filter((copy) => written(copy.data) !== written());
  if (others.length) show(others[0], path().includes('/add/') ? others.slice(0, 1) : others);
}
