// Loaded before the form is there, as somebody who is quick begins before the page is whole.
{
  const FORM = 'form[data-edit-form]';
  const ONE_LINE = 'input:not([type="submit"], [type="button"], [type="checkbox"], [type="radio"], [type="file"])';
  let early = null;

  // Enter in a one-line field would press the form's first button, which is Publish. It does nothing instead.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches(ONE_LINE) && event.target.closest(FORM)) event.preventDefault();
  });

  // A form that is still being put together would be sent in part, and refused: it is sent as soon as it is whole.
  window.addEventListener('submit', (event) => {
    if (document.readyState === 'complete' || !event.target.matches(FORM)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    early = event;
  }, true);
  window.addEventListener('load', () => early?.target.requestSubmit(early.submitter));
}
