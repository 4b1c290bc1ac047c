// Says below the form, in plain words, why it is not saved, and above it when it was.
import { bar, form } from './form.js';

const words = bar?.querySelector('[data-saving-words]');
const login = bar?.querySelector('[data-saving-login]');

/** Show one of the sentences of saving/bar.html, or none. `about` stands in it where it has room for that. */
export function say(name, about = '') {
  if (bar.dataset.said === name + about) return;
  bar.dataset.said = name + about;
  const sentence = form.querySelector(`[data-says="${name}"]`)?.content.cloneNode(true);
  if (sentence?.querySelector('b')) sentence.querySelector('b').textContent = about;
  words.replaceChildren(...(sentence ? [sentence] : []));
  login.hidden = name !== 'out' && name !== 'other';
  bar.hidden = !sentence;
}

export function sayWhen() {
  say('');
  const now = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  document.querySelectorAll('[data-saved-at]').forEach((time) => { time.textContent = now; });
}

function labelOf(input) {
  const label = input.labels?.[0]?.textContent ?? input.getAttribute('aria-label') ?? '';
  return label.replace('*', '').trim();
}

/** What a draft cannot do without, or what the browser itself sees is wrong. */
export function sayWhatIsWrong() {
  const title = form.elements.namedItem('title') ?? form.elements.namedItem('name');
  if (title && !title.value.trim()) return say('missing', labelOf(title).toLowerCase());
  const wrong = [...form.elements].find((input) => {
    const is = input.validity ?? {};
    return labelOf(input) && (is.typeMismatch || is.badInput || is.tooLong || is.patternMismatch || is.rangeUnderflow);
  });
  return wrong ? say('wrong', labelOf(wrong)) : say('invalid');
}
