// Shows in the side panel "Checks" what stands in the way of publishing, and advice: anew whenever a draft was saved.

const place = document.querySelector('[data-before-publishing]');
let asked = 0;

async function show(pk) {
  if (!place || !pk) return;
  place.dataset.object = pk;
  asked += 1;
  const mine = asked;
  const answer = await fetch(place.dataset.beforePublishing.replace('/0/', `/${pk}/`)).catch(() => null);
  const html = answer?.ok ? await answer.text() : null;
  if (html !== null && mine === asked && html !== place.innerHTML) place.innerHTML = html;
}

// On a narrow screen the panel lies over the form.
place?.addEventListener('click', (event) => {
  const covers = event.target.closest('a') && window.matchMedia('(width < 50em)').matches;
  if (covers) document.querySelector('[data-form-side-close-button]')?.click();
});
document.addEventListener('w-autosave:success', (event) => show(event.detail.response?.pk ?? place?.dataset.object));
show(place?.dataset.object);
