// Shows what was chosen under "Show" while the preview was still being drawn: Wagtail finishes what it has begun and
// forgets the choice.

document.addEventListener('w-preview:updated', () => {
  const choice = document.querySelector('#id_preview_mode');
  const drawn = document.querySelector('#w-preview-iframe').src;
  if (!choice || !drawn || new URL(drawn).searchParams.get('mode') === choice.value) return;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
});
