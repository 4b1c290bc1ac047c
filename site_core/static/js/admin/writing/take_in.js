// Blocks from elsewhere come into a text where its cursor stands: a text at their head joins it, what followed the
// cursor stands below them.
const { EditorState, Modifier, convertFromRaw } = window.DraftJS ?? {};

function add(state, raw) {
  const fragment = convertFromRaw(JSON.parse(raw)).getBlockMap();
  const content = Modifier.replaceWithFragment(state.getCurrentContent(), state.getSelection(), fragment);
  return EditorState.push(state, content, "insert-fragment");
}

function takeIn(stream, child, blocks) {
  const state = child.block.widget.input.draftailEditor.getEditorState();
  const opens = blocks[0]?.type === child.type;
  if (blocks.length === 1 && opens) return child.block.setState(add(state, blocks[0].value));
  const cut = Modifier.removeRange(state.getCurrentContent(), state.getSelection(), "backward");
  const { stateBefore, stateAfter } = window.draftail.splitState(EditorState.push(state, cut, "remove-range"));
  const end = EditorState.moveSelectionToEnd(stateBefore);
  child.block.setState(opens ? add(end, blocks[0].value) : stateBefore);
  const rest = opens ? blocks.slice(1) : blocks;
  if (stateAfter.getCurrentContent().hasText()) rest.push({ type: child.type, value: stateAfter });
  rest.forEach(({ type, value }, place) => {
    const [definition, , id] = stream._getChildDataForInsertion({ type });
    stream._insert(definition, value, id, child.index + 1 + place, {});
  });
  return stream.textAt(child.index + Math.max(rest.length, 1)).focus();
}

document.addEventListener("writing:blocks", ({ detail: { stream, child, blocks } }) => takeIn(stream, child, blocks));
