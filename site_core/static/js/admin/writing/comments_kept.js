// After each saving Wagtail 8.0 takes the server's comments for those of the form (`CommentApp.updateData`). What was
// written since the form was read, or is still being written, is put back.
import { again } from "../saving/autosave.js";
import { commentApp, every, noteWhatIsSent, putBack } from "./comment_store.js";

const FRAMES = 40; // in which the comments are drawn, and a rich text takes the focus once

function stay(id, frames = FRAMES) {
  const box = document.querySelector(`[data-comment-id="${id}"] textarea`);
  if (box && !document.activeElement.closest(".comment")) box.focus();
  if (box && frames) requestAnimationFrame(() => stay(id, frames - 1));
  return box;
}

function update(data, replace) {
  const cursor = document.activeElement?.closest(".comment textarea");
  const { commentId, at = cursor?.selectionStart } = cursor?.closest(".comment").dataset ?? {};
  const before = every();
  const known = new Set(before.map(({ remoteId }) => remoteId));
  replace(data);
  const kept = before.map((comment) => ({ was: comment.localId, ...putBack(comment, known) }));
  const { id } = kept.find(({ was }) => String(was) === commentId) ?? {};
  stay(id)?.setSelectionRange(at, at);
  if (kept.some(({ unsaved }) => unsaved)) again();
}

if (commentApp) {
  const replace = commentApp.updateData.bind(commentApp);
  commentApp.updateData = (data) => update(data, replace);
  document.addEventListener("w-autosave:save", noteWhatIsSent);
}
