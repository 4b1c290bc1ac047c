// Copies the text of a field to the clipboard, and says so.

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    document.getElementById(button.dataset.status).textContent = button.dataset.said;
  });
}
