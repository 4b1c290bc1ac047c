// Comments stay a shortcut away (Ctrl+Alt+M) or a click; their buttons are no stop on the way through the fields.
const leaveOut = (root) => {
  root.querySelectorAll("button[data-comment-add]").forEach((button) => button.setAttribute("tabindex", "-1"));
};

// Wagtail makes room for comments beside the tabs of a form; where there are none, beside its fields.
const form = document.querySelector("form[data-edit-form]");
if (form && !form.querySelector(".tab-content")) form.querySelector(".w-form-width")?.classList.add("tab-content");

leaveOut(document);
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) if (node.querySelectorAll) leaveOut(node.parentElement ?? node);
  }
}).observe(form ?? document.body, { childList: true, subtree: true });

// A comment is written where comments are shown: else its box would stay hidden, and the words would go into the field.
const panel = document.querySelector('[data-side-panel="comments"]');
const FRAMES = 40; // in which the box is drawn, and Wagtail gives the focus back to the field once

function enter(frames = FRAMES) {
  const box = document.querySelector(".comment--mode-creating textarea");
  if (box?.checkVisibility() && !document.activeElement.closest(".comment")) box.focus();
  if (frames) requestAnimationFrame(() => enter(frames - 1));
}

function begin() {
  if (panel?.hidden) panel.dispatchEvent(new CustomEvent("open"));
  enter();
}

document.addEventListener("click", ({ target }) => target.closest("[data-comment-add]") && begin(), true);
document.addEventListener("keydown", ({ ctrlKey, metaKey, altKey, code, target }) => {
  const place = (ctrlKey || metaKey) && altKey && code === "KeyM" && target.closest("[data-contentpath]");
  if (place && !target.closest("[data-contentpath-disabled]")) begin();
}, true);
