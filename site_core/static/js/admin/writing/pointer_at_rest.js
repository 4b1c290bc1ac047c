// A menu that gets shorter while somebody types leaves the pointer that rests there: the browser says that it has gone,
// and the choice would be gone with it. Only a pointer that is moved is heard.
let [x, y] = [null, null];

function listen(event) {
  const rests = event.clientX === x && event.clientY === y;
  if (rests && event.target.closest?.(".w-combobox")) event.stopImmediatePropagation();
  if (event.type === "mousemove") [x, y] = [event.clientX, event.clientY];
}

["mouseover", "mouseout", "mousemove"].forEach((type) => window.addEventListener(type, listen, true));
