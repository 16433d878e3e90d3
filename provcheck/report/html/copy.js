/* Copying words; the older way stands in where the newer one is refused. */
async function copyWords(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    const area = document.createElement("textarea");
    area.value = button.dataset.copy;
    button.after(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  button.classList.add("copied");
  tell("Copied");
  setTimeout(() => { button.classList.remove("copied"); tell(counted); }, 3000);
}
