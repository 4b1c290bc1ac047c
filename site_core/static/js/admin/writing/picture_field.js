// What a picture field offers besides the library; what it is given goes to picture_upload.js.
const picture = (transfer) => [...(transfer?.files ?? [])].find((file) => file.type.startsWith("image/"));
const fieldOf = (target) => target.closest?.(".chooser[data-upload-url]");

function give(chooser, file) {
  if (file) chooser.dispatchEvent(new CustomEvent("writing:picture", { bubbles: true, detail: file }));
}

function furnish(chooser) {
  if (chooser.querySelector("[data-upload-says]")) return;
  const button = document.createElement("button");
  const input = document.createElement("input");
  const says = document.createElement("span");
  const icon = chooser.querySelector(".unchosen .icon").cloneNode(true);
  icon.querySelector("use").setAttribute("href", "#icon-upload");
  button.type = "button";
  button.append(icon, chooser.dataset.uploadLabel);
  button.className = "button button-small button-secondary chooser__choose-button";
  Object.assign(input, { type: "file", accept: "image/*", hidden: true });
  says.className = "help w-mx-2";
  says.textContent = chooser.dataset.uploadHint;
  says.setAttribute("role", "status");
  says.dataset.uploadSays = "";
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => give(chooser, input.files[0]));
  chooser.querySelector(".unchosen").prepend(button);
  chooser.querySelector(".unchosen").append(says, input);
  chooser.widget.focus = () => [...chooser.querySelectorAll("button")].find((each) => each.checkVisibility())?.focus();
}

const furnishAll = () => document.querySelectorAll(".chooser[data-upload-url]").forEach((field) => field.widget && furnish(field));

furnishAll();
new MutationObserver(furnishAll).observe(document.body, { childList: true, subtree: true });

for (const [name, transfer] of [["drop", "dataTransfer"], ["paste", "clipboardData"]]) {
  document.addEventListener(name, (event) => {
    const file = fieldOf(event.target) && picture(event[transfer]);
    if (!file) return;
    event.preventDefault();
    give(fieldOf(event.target), file);
  });
}
document.addEventListener("dragover", (event) => {
  if (fieldOf(event.target) && event.dataTransfer.types.includes("Files")) event.preventDefault();
});
