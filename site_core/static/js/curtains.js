/* The switch in the footer. It is hidden in the page and appears only where it can work. */
const root = document.documentElement
const button = document.querySelector("[data-theme-switch]")
const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark"
const label = () => { button.textContent = isDark() ? button.dataset.light : button.dataset.dark }

if (button) {
  button.closest("[hidden]").hidden = false
  label()
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark"
    try { localStorage.setItem("theme", root.dataset.theme) } catch { /* then it holds for this page */ }
    label()
  })
}
