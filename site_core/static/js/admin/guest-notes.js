// Sets what guests said beside the fields and blocks it is about, and takes away what is done with.

const holder = document.querySelector('template[data-guest-notes]');

function place(note) {
  const [field, ...blocks] = note.dataset.for.split('.').map((name) => `[data-contentpath="${CSS.escape(name)}"]`);
  let spot = note.dataset.for && document.querySelector(field);
  for (const block of blocks) spot = spot?.querySelector(block);
  if (!spot) return; // for the whole, or for a block that is gone: it stays above the form
  if (blocks.length) spot.prepend(note);
  else spot.before(note);
}

async function resolve(button, notes) {
  const { CSRF_TOKEN } = JSON.parse(document.getElementById('wagtail-config').textContent);
  const answer = await fetch(button.dataset.resolve, { method: 'POST', headers: { 'X-CSRFToken': CSRF_TOKEN } });
  if (!answer.ok) return;
  const note = button.closest('[data-note]');
  notes.querySelector(`[data-entry="${note.dataset.note}"]`)?.remove();
  note.remove();
  notes.querySelector('[data-guest-status]').textContent = button.dataset.said;
}

function show() {
  const notes = holder.content.firstElementChild.cloneNode(true);
  document.querySelector('[data-edit-form] .w-form-width').prepend(notes);
  notes.querySelectorAll('[data-note]').forEach(place);
  document.addEventListener('click', ({ target }) => {
    if (target.matches('[data-resolve]')) resolve(target, notes);
  });
}

// The blocks of a text are drawn by scripts that have all run then.
if (holder) {
  if (document.readyState === 'complete') show();
  else window.addEventListener('load', show);
}
