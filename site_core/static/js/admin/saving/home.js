// Lists on the first page of the admin what is kept on this device and was never saved.
import { drop, settle, when } from './copies.js';

const panel = document.querySelector('[data-kept]');

function row(copy, refresh) {
  const item = panel.querySelector('template').content.cloneNode(true);
  const link = item.querySelector('a');
  link.href = copy.path;
  if (copy.title.trim()) link.textContent = copy.title;
  item.querySelector('time').textContent = when(copy);
  item.querySelector('button').addEventListener('click', () => {
    drop(panel.dataset.user, copy.id);
    refresh();
  });
  return item;
}

async function list() {
  const copies = await settle(panel.dataset.user, panel.dataset.sessionUrl);
  panel.querySelector('ul').replaceChildren(...copies.map((copy) => row(copy, list)));
  panel.hidden = copies.length === 0;
}

if (panel) {
  list();
  window.addEventListener('storage', list); // saved or written in another tab
}
