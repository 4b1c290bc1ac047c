// Brings what a preview is about into view, a card far down a page or the footer, when it is first shown.

let shown;

document.addEventListener('w-preview:loaded', () => {
  const preview = document.querySelector('#w-preview-iframe').contentDocument;
  const mode = document.querySelector('#id_preview_mode')?.value;
  const place = preview.querySelector('[data-previewed]');
  if (mode !== shown) (place ?? preview.documentElement).scrollIntoView({ block: place ? 'center' : 'start' });
  shown = mode;
});
