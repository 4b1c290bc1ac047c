// The form that Wagtail saves by itself, and what is written in it.

export const form = document.querySelector('form[data-edit-form][data-controller~="w-autosave"]');
export const bar = form?.querySelector('[data-saving]');

// What stands in a form and is not written by anybody; comments are compared by Wagtail.
const PASSING = new Set(['csrfmiddlewaretoken', 'next', 'kept_copy', 'restored', 'save_over']);
const PRESSED = ['action-', 'workflow-action-']; // buttons, which some scripts put into the form as fields
const STARTS = ['loaded_revision_', 'comments-', ...PRESSED];
const isPassing = (name) => PASSING.has(name) || STARTS.some((start) => name.startsWith(start));

export function fields(data = new FormData(form)) {
  return [...data].filter(([, value]) => typeof value === 'string');
}

/** What is written in these fields, as one text to compare. */
export function written(pairs = fields()) {
  return JSON.stringify(pairs.filter(([name]) => !isPassing(name) && name !== 'overwrite_revision_id'));
}

/** Whether somebody has written already, before this script was there to see it. */
export function isBegun() {
  return [...form.querySelectorAll('[type="text"], textarea')].some(({ value, defaultValue }) => value !== defaultValue);
}

export function field(name) {
  return form.querySelector(`input[name="${name}"]`) ?? null;
}

/** Put a hidden field into the form, or a new value into the one that is there. */
export function hide(name, value) {
  let input = field(name);
  if (!input) {
    input = Object.assign(document.createElement('input'), { type: 'hidden', name });
    form.prepend(input);
  }
  input.value = value;
}
