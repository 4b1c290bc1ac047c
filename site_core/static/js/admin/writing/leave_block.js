// Enter leads from line to line of a block and, at its end, to the text below; Ctrl+Enter leads there at once.
const LINE = "input:not([type=hidden], [type=checkbox], [type=radio], [type=file], [role=combobox])";

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || event.shiftKey || event.altKey) return;
  const stream = event.target.closest("[data-flowing-stream]")?.flowingStream;
  const child = stream?.childAt(event.target);
  const inOneGo = event.ctrlKey || event.metaKey;
  if (!child || child.type === "section" || (!inOneGo && !event.target.matches(LINE))) return;
  event.preventDefault();
  const all = [...child.element.querySelectorAll(`${LINE}, textarea, [contenteditable=true]`)];
  const fields = all.filter((field) => field.checkVisibility());
  const next = fields[fields.indexOf(event.target) + 1];
  if (next && !inOneGo) next.focus();
  else stream.textAfter(child).focus();
});
