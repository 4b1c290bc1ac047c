// Tab leads from field to field. What stands round the fields (handles, menus, comments) is passed over on the way
// down; Shift+Tab stops at each of them, and from there Tab goes through them one by one. Loaded before the form is
// there: a key that is pressed early goes the same way.
{
  const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [contenteditable=true], [tabindex]";
  const ROUND = [
    "[data-panel-controls] *, .w-panel__header *, .w-panel__anchor, .w-panel__toggle, .c-sf-add-button",
    "[data-comment-add], .Draftail-Toolbar *, .Draftail-BlockToolbar *, [role=tablist] *, [role=tab]",
  ].join(", ");

  const isStop = (element) =>
    (element.tabIndex >= 0 || element.isContentEditable) && !element.disabled && element.checkVisibility({ visibilityProperty: true });

  window.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.defaultPrevented) return;
    const here = event.target;
    const form = here.closest("form[data-edit-form]");
    if (!form || here.matches(ROUND)) return;
    const stops = [...form.querySelectorAll(STOPS)].filter((element) => element === here || isStop(element));
    const next = stops.slice(stops.indexOf(here) + 1).find((element) => !element.matches(ROUND));
    if (!next) return;
    event.preventDefault();
    next.focus();
    if (next.matches("input")) next.select();
  });
}
