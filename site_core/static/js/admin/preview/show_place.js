// Brings what a preview is about into view, a card far down a page or the footer, when it is first shown. The form
// beside it stays where it is: scrollIntoView would move that too.

let shown;

document.addEventListener('w-preview:loaded', () => {
  const { contentDocument, contentWindow } = document.querySelector('#w-preview-iframe');
  const mode = document.querySelector('#id_preview_mode')?.value;
  const place = contentDocument.querySelector('[data-previewed]')?.getBoundingClientRect();
  const middle = place && contentWindow.scrollY + place.top - (contentWindow.innerHeight - place.height) / 2;
  if (mode !== shown) contentWindow.scrollTo({ top: middle ?? 0, behavior: 'instant' });
  shown = mode;
});
