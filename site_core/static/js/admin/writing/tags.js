// A tag ends with a comma, Enter or Tab, also while the list of tags there are is open below it: Wagtail's widget
// takes the key then and makes nothing of it. Enter in an empty tag field does not send the form.
const ENDS = [",", "Enter", "Tab"];

const listOf = (input) => window.jQuery(input).autocomplete("instance");

document.addEventListener(
  "keydown",
  (event) => {
    if (!ENDS.includes(event.key) || !event.target.matches?.(".tagit-new input")) return;
    const list = listOf(event.target);
    if (event.key === "," || !list?.menu.active) list?.close();
    if (event.key === "Enter" && !event.target.value) event.preventDefault();
  },
  true,
);

document.addEventListener(
  "blur",
  (event) => {
    if (event.target.matches?.(".tagit-new input")) listOf(event.target)?.close();
  },
  true,
);
