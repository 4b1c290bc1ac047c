// Says below a field how many characters it has, where about so many are shown to readers.

function count(holder, field, says) {
  const { countTo: limit, countWords: fits, countOver: over } = holder.dataset;
  const { length } = field.value;
  says.textContent = (length > limit ? over : fits).replace('{count}', length).replace('{limit}', limit);
  says.classList.toggle('count-over', length > limit);
}

for (const holder of document.querySelectorAll('[data-count-to]')) {
  const field = holder.querySelector('textarea, input[type="text"]');
  const says = document.createElement('p');
  says.id = `${field.id}-count`;
  says.className = 'count';
  field.after(says);
  field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${says.id}`.trim());
  field.addEventListener('input', () => count(holder, field, says));
  count(holder, field, says);
}
