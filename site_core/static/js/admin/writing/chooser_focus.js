// When a chooser closes, however it does, the focus is where writing goes on: in the field that belongs to what was
// chosen (a picture's description), else at the field one came from.
const FIELDS = "input:not([type=hidden], [type=file], [type=checkbox]), textarea";
let last = null;

document.addEventListener("focusin", ({ target }) => {
  if (!target.closest(".modal")) last = target;
});

function goOn(chooser) {
  const chosen = !chooser.classList.contains("blank");
  const around = chooser.closest("[data-streamfield-child], .w-panel");
  const after = [...(around?.querySelectorAll(FIELDS) ?? [])].find(
    (field) => field.checkVisibility() && chooser.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const own = [...chooser.querySelectorAll("button")].find((button) => button.checkVisibility());
  ((chosen && after) || own)?.focus();
}

document.addEventListener("writing:chosen", ({ target }) => goOn(target));

const editorAt = (element) => {
  const inputs = element.closest("[data-draftail-editor-wrapper]")?.parentElement.querySelectorAll("input") ?? [];
  return [...inputs].find((input) => input.draftailEditor)?.draftailEditor;
};

window.jQuery(document).on("hidden.bs.modal", () => {
  const from = last;
  setTimeout(() => {
    const chooser = from?.closest(".chooser");
    if (chooser && !from.checkVisibility()) goOn(chooser);
    else if (from) editorAt(from)?.focus();
  });
});
