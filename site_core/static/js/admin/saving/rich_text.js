// Rich text reaches its field a moment after it was typed, if nobody sends or leaves the form before.
const MOMENT = 300; // ms
const A_WHILE = 1500; // ms after which the slowest browser has begun that moment
let touched = performance.now(); // somebody may have typed before this was loaded

['beforeinput', 'keydown', 'pointerdown', 'paste', 'drop', 'writing:blocks'].forEach((type) => {
  document.addEventListener(type, ({ target }) => {
    if (target === document || target.closest?.('[data-draftail-editor-wrapper]')) touched = performance.now();
  }, true);
});

/** Resolves when all that is typed by now stands in the form. */
export const allThere = () => new Promise((resolve) => {
  setTimeout(resolve, performance.now() - touched < A_WHILE ? MOMENT : 0);
});

/** Put what has just been typed into its field, where there is no time to wait. */
export function flush() {
  const around = document.activeElement?.closest('[data-draftail-editor-wrapper]')?.parentElement;
  const field = [...(around?.querySelectorAll('input') ?? [])].find((input) => input.draftailEditor);
  const content = field?.draftailEditor.getEditorState().getCurrentContent();
  if (!content?.hasText()) return;
  const raw = window.DraftJS.convertToRaw(content);
  raw.blocks.forEach((block) => {
    block.inlineStyleRanges = block.inlineStyleRanges.filter(({ style }) => !style.startsWith('COMMENT-'));
  });
  field.value = JSON.stringify(raw);
}
