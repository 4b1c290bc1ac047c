// Enter in a one-line field would press the form's first button, which is Publish. It does nothing instead.

const ONE_LINE = 'input:not([type="submit"], [type="button"], [type="checkbox"], [type="radio"], [type="file"])';

document.addEventListener('keydown', (event) => {
  const inForm = event.target.matches(ONE_LINE) && event.target.closest('form[data-edit-form]');
  if (event.key === 'Enter' && inForm) event.preventDefault();
});
