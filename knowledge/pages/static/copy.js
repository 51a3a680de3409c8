/** Shows the copy buttons, which do nothing without a script, and makes each copy the command beside it. */

const SHOWN_MS = 2000;

for (const button of document.querySelectorAll("button.copy")) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await copy(button.parentElement.querySelector("code"));
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = label), SHOWN_MS);
  });
}

/** Put the text of `node` on the clipboard, also where the browser keeps that from pages without TLS. */
async function copy(node) {
  try {
    await navigator.clipboard.writeText(node.textContent);
  } catch {
    const selection = getSelection();
    selection.selectAllChildren(node);
    document.execCommand("copy");
    selection.removeAllRanges();
  }
}
