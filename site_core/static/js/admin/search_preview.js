// The search result and the card of a form follow what is typed: each part the first of its fields that is not empty.

const fields = (names) => names.trim().split(/\s+/).map((name) => document.getElementById(`id_${name}`)).filter(Boolean);

function words(names, cut) {
  const text = fields(names).map((field) => field.value.trim()).find(Boolean) ?? '';
  return cut && text.length > cut ? `${text.slice(0, cut).replace(/\s+\S*$/, '')} …` : text;
}

function picture(names) {
  const chosen = fields(names).find((field) => field.value);
  return chosen && document.getElementById(`${chosen.id}-chooser`)?.querySelector('img')?.src;
}

function follow() {
  for (const part of document.querySelectorAll('[data-follows]')) {
    part.textContent = words(part.dataset.follows, Number(part.dataset.cut));
  }
  for (const image of document.querySelectorAll('[data-follows-picture]')) {
    const source = picture(image.dataset.followsPicture);
    image.hidden = !source;
    if (source) image.src = source;
  }
}

if (document.querySelector('[data-found]')) {
  for (const event of ['input', 'change', 'focusin']) document.addEventListener(event, follow);
  follow();
}
