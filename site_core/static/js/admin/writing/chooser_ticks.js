// What is ticked in a chooser stays ticked while one searches and turns pages: it then stands above the button.
const BOX = "[data-multiple-choice-select]";
const RESULTS = "#search-results, .page-results";

function copyOf(box, title) {
  const row = document.createElement("li");
  const label = document.createElement("label");
  const copy = Object.assign(box.cloneNode(), { id: "", checked: true });
  label.append(copy, ` ${title}`);
  row.append(label);
  return row;
}

function furnish(form) {
  const results = form.querySelector(RESULTS);
  const button = form.querySelector("[data-multiple-choice-submit]");
  const kept = Object.assign(document.createElement("ul"), { className: "chooser-kept" });
  const ticked = new Map();

  function settle() {
    kept.replaceChildren();
    ticked.forEach(({ box, title }, value) => {
      const shown = [...results.querySelectorAll(BOX)].find((other) => other.value === value);
      if (shown) shown.checked = true;
      else kept.append(copyOf(box, title));
    });
    button.disabled = !ticked.size;
  }

  form.dataset.keepsTicks = "";
  results.after(kept);
  form.addEventListener("change", ({ target: box }) => {
    if (box.checked) ticked.set(box.value, { box, title: (box.labels[0]?.textContent ?? box.title).trim() });
    else ticked.delete(box.value);
    button.disabled = !ticked.size;
  });
  new MutationObserver(settle).observe(results, { childList: true });
}

new MutationObserver(() => {
  document.querySelectorAll("[data-multiple-choice-form]:not([data-keeps-ticks])").forEach(furnish);
}).observe(document.body, { childList: true, subtree: true });
