// Rich text reaches its field a moment after it was typed. Who sends or leaves the form sooner puts it there.
const MOMENT = 300; // ms, in which Draftail does so itself, and sets comments where their words have gone

const editors = () => [...document.querySelectorAll('input')].filter((field) => field.draftailEditor);
const isComment = ({ style }) => style.startsWith('COMMENT-');
const isBlank = (block) => !(block.text.trim() || block.entityRanges.length || block.inlineStyleRanges.length);
const rawOf = (field) => window.DraftJS.convertToRaw(field.draftailEditor.getEditorState().getCurrentContent());

/** Put all that is typed by now into its fields, as Draftail would. */
export function flush() {
  editors().forEach((field) => {
    const raw = rawOf(field);
    raw.blocks.forEach((block) => {
      block.inlineStyleRanges = block.inlineStyleRanges.filter((range) => !isComment(range));
    });
    field.value = JSON.stringify(raw.blocks.every(isBlank) ? null : raw);
  });
}

/** Resolves when comments on a text stand where their words are; without comments at once. */
export const commentsInPlace = () => new Promise((resolve) => {
  const commented = editors().some((field) => rawOf(field).blocks.some((block) => block.inlineStyleRanges.some(isComment)));
  setTimeout(resolve, commented ? MOMENT : 0);
});
