// The comments that Wagtail 8.0 keeps in the form, and what of them the server has not had yet.

export const { commentApp } = window.comments ?? {};
const { actions } = commentApp ?? {};
const tell = (action) => commentApp.store.dispatch(action);
export const every = () => [...commentApp.store.getState().comments.comments.values()];
let sent = new Map();

/** Remember what goes to the server now; a comment that is still being written does not. */
export function noteWhatIsSent() {
  sent = new Map(every().filter(({ mode }) => mode !== "creating").map((comment) => [comment.localId, comment]));
}

const inHand = ({ mode, newText, newReply }) => ({ mode, newText, newReply });
const decided = ({ text, deleted, resolved }) => ({ text, deleted, resolved });

/** The comment that stands for this one now; one that was new has got its number from the server. */
function counterpart({ remoteId, localId }, known) {
  const { contentpath, text } = sent.get(localId);
  const isIt = (one) => !known.has(one.remoteId) && one.contentpath === contentpath && one.text === text;
  return every().find((one) => (remoteId ? one.remoteId === remoteId : isIt(one)));
}

/**
 * Have what the server did not have of a comment in the form again. Returns whether that is to be saved, and the number
 * by which the form knows the comment now. `known`: the numbers the server had given before.
 */
export function putBack(comment, known) {
  const was = sent.get(comment.localId);
  if (!was) {
    tell(actions.addComment({ ...comment, annotation: null }));
    return { id: comment.localId, unsaved: comment.mode === "default" };
  }
  const { localId: id } = counterpart(comment, known) ?? {};
  if (!id) return {};
  const later = JSON.stringify(decided(comment)) !== JSON.stringify(decided(was));
  tell(actions.updateComment(id, { ...inHand(comment), ...(later && decided(comment)) }));
  const replies = [...comment.replies.values()].filter(({ localId }) => !was.replies.has(localId));
  replies.forEach((reply) => tell(actions.addReply(id, reply)));
  return { id, unsaved: later || replies.length > 0 };
}
