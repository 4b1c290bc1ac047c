// A paste with headings, lists, tables or quotations becomes text and blocks in one go; what is lost is named.
const HANDLED = "table, h1, h2, h3, h4, h5, h6, blockquote, img, hr, ul, ol, [style*=mso-list]";
const OURS = "[data-draftjs-conductor-fragment], [data-editor], [data-block]";
async function take(stream, child, html) {
  const data = new FormData();
  data.set("html", html.replace(/(src=["']?)data:[^"'>]*/gi, "$1")); // a picture is left out in any case
  Object.keys(stream.blockDef.childBlockDefsByName).forEach((kind) => data.append("kinds", kind));
  const headers = { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value };
  const { pasteUrl, pasteFailed } = document.querySelector("[data-paste-url]").dataset;
  const answer = await fetch(pasteUrl, { method: "POST", body: data, headers });
  const { blocks, says } = answer.ok ? await answer.json() : { blocks: [], says: [pasteFailed] };
  if (blocks.length) document.dispatchEvent(new CustomEvent("writing:blocks", { detail: { stream, child, blocks } }));
  const text = says.join(". ");
  if (text) document.dispatchEvent(new CustomEvent("w-messages:add", { detail: { text, type: "warning" } }));
}

document.addEventListener(
  "paste",
  (event) => {
    const html = event.clipboardData.getData("text/html");
    const stream = event.target.closest?.("[data-flowing-stream]")?.flowingStream;
    const child = stream?.childAt(event.target);
    const page = new DOMParser().parseFromString(html, "text/html");
    if (child?.type !== "section" || !page.querySelector(HANDLED) || page.querySelector(OURS)) return;
    event.preventDefault();
    event.stopPropagation();
    take(stream, child, html);
  },
  true,
);
