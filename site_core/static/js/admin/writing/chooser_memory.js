// The picture library opens where one left it: the same words, the same page, the same tab; an empty one on "Upload".
const KEY = "writing:pictures";
const SEARCH = "form[data-chooser-modal-search]";
const kept = () => JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
const keep = (more) => sessionStorage.setItem(KEY, JSON.stringify({ ...kept(), ...more }));

function remember({ target, type }) {
  const form = target.closest(SEARCH);
  const page = target.closest(".pagination a");
  const tab = target.closest("[role=tab]");
  if (form && type !== "click") {
    const words = [...new FormData(form)].filter(([name, value]) => value && name !== "p");
    keep({ params: Object.fromEntries(words) });
  }
  if (page) keep({ params: { ...kept().params, p: new URL(page.href).searchParams.get("p") ?? 1 } });
  if (tab) keep({ tab: tab.id });
}

function opened(body) {
  for (const type of ["click", "input", "change"]) body.addEventListener(type, remember);
  const nothing = !kept().params && !body.querySelector("[data-chooser-modal-choice]");
  const tab = nothing ? "tab-label-upload" : kept().tab;
  if (tab) setTimeout(() => body.querySelector(`#${tab}`)?.click());
}

if (window.ImageChooserModal) {
  const stock = window.ImageChooserModal.prototype.getURLParams;
  window.ImageChooserModal.prototype.getURLParams = function withWhatIsKept(options) {
    return { ...kept().params, ...stock.call(this, options) };
  };
  const handlers = window.IMAGE_CHOOSER_MODAL_ONLOAD_HANDLERS;
  const choose = handlers.choose;
  handlers.choose = (modal, data) => {
    choose(modal, data);
    opened(modal.body[0]);
  };
}
