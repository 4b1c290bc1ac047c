// Comments stay a shortcut away (Ctrl+Alt+M) or a click; their buttons are no stop on the way through the fields.
const leaveOut = (root) => {
  root.querySelectorAll("button[data-comment-add]").forEach((button) => button.setAttribute("tabindex", "-1"));
};

leaveOut(document);
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) if (node.querySelectorAll) leaveOut(node.parentElement ?? node);
  }
}).observe(document.querySelector("form[data-edit-form]") ?? document.body, { childList: true, subtree: true });
