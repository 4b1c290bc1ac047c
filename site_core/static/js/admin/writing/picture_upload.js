// A picture comes straight from the computer into its field: by a button, dropped on it, or pasted into it.
const PREFIX = "image-chooser-upload";
const page = (html) => new DOMParser().parseFromString(html, "text/html");

async function post(url, data) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const answer = await fetch(url, { method: "POST", body: data, headers: { "X-CSRFToken": token } });
  return answer.ok ? answer.json() : { step: "refused", htmlFragment: "" };
}

async function uploaded(url, file) {
  const data = new FormData();
  data.set(`${PREFIX}-title`, file.name.replace(/\.\w+$/, ""));
  data.set(`${PREFIX}-file`, file);
  let answer = await post(url, data);
  const first = page(answer.htmlFragment ?? "").querySelector(`[name=${PREFIX}-collection] option:not([value=""])`);
  if (answer.step === "reshow_creation_form" && first) {
    data.set(`${PREFIX}-collection`, first.value);
    answer = await post(url, data);
  }
  if (answer.step !== "duplicate_found") return answer;
  return post(page(answer.htmlFragment).querySelector(".use-existing-image").getAttribute("href"), new FormData());
}

async function take(chooser, file) {
  const { uploadUrl, uploadBusy, uploadFailed } = chooser.dataset;
  const says = chooser.querySelector("[data-upload-says]");
  says.textContent = uploadBusy;
  const answer = await uploaded(uploadUrl, file);
  const fault = page(answer.htmlFragment ?? "").querySelector(".error-message")?.textContent.trim();
  says.textContent = answer.step === "chosen" ? "" : fault || uploadFailed;
  if (answer.step !== "chosen") return;
  chooser.widget.setStateFromModalData(answer.result);
  chooser.dispatchEvent(new CustomEvent("writing:chosen", { bubbles: true }));
}

document.addEventListener("writing:picture", ({ target, detail }) => take(target, detail));
