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
