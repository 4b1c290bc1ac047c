// A branch of a tree of categories is dragged onto, before or after another of the same tree.
const EDGE = 0.25; // of a row's height: near its edge, beside it is meant

for (const tree of document.querySelectorAll("[data-branches]")) {
  let dragged = null;

  const over = (event) => {
    const row = event.target.closest("[data-branch]");
    return row && row !== dragged && dragged ? row : null;
  };

  const place = (event, row) => {
    const box = row.getBoundingClientRect();
    const part = (event.clientY - box.top) / box.height;
    return part < EDGE ? "before" : part > 1 - EDGE ? "after" : "under";
  };

  const unmark = () => tree.querySelectorAll("[data-drop]").forEach((row) => row.removeAttribute("data-drop"));

  for (const row of tree.querySelectorAll("[data-branch]")) row.draggable = true;

  tree.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-branch]");
    event.dataTransfer.setData("text/plain", dragged.dataset.branch);
    event.dataTransfer.effectAllowed = "move";
  });
  tree.addEventListener("dragover", (event) => {
    const row = over(event);
    unmark();
    if (!row) return;
    event.preventDefault();
    row.dataset.drop = place(event, row);
  });
  tree.addEventListener("dragend", unmark);
  tree.addEventListener("drop", (event) => {
    const row = over(event);
    if (!row) return;
    event.preventDefault();
    const { elements } = dragged.querySelector("form");
    elements.target.disabled = elements.where.disabled = false;
    elements.target.value = row.dataset.branch;
    elements.where.value = place(event, row);
    dragged.querySelector("form").submit();
  });
}
