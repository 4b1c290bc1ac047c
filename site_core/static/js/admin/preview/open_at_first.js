// Opens the preview beside the form for whoever was never asked, where there is room for both. Wagtail remembers from
// then on whether it is open.

const ENOUGH = 1400; // px: the form keeps its full width
const KEY = 'wagtail:side-panel-open';

document.addEventListener('DOMContentLoaded', () => {
  const panel = document.querySelector('[data-form-side] [data-side-panel="preview"]');
  if (panel && window.innerWidth >= ENOUGH && window.localStorage.getItem(KEY) === null) {
    panel.dispatchEvent(new CustomEvent('open'));
  }
});
