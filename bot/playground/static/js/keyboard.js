/** Keys that work anywhere on the page, and the list of all of them. */

import { h } from "./dom.js";
import { toastPlace } from "./toast.js";
import { words } from "./words.js";

/** Listen for the page's keys; `commands` are `{close(), writeCommand()}`. */
export function followKeys({ close, writeCommand }) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open], :popover-open")) return;
    if (event.key === "Escape") close();
    else if (isTyping(event.target)) return;
    else if (event.key === "/") writeCommand();
    else if (event.key === "?") showKeys();
    else return;
    event.preventDefault();
  });
}

/** Show the list of keys. */
export function showKeys() {
  const close = h("button", { class: "button button-primary", type: "button" }, words().close);
  const rows = Object.entries(words().keys).map(([key, text]) => [
    h("dt", {}, ...key.split(" ").map((one) => h("kbd", {}, one))),
    h("dd", {}, text),
  ]);
  const dialog = h(
    "dialog",
    { class: "modal modal-small", "aria-labelledby": "keys-title" },
    h("h2", { class: "modal-title", id: "keys-title" }, words().keyboardHelp),
    h("dl", { class: "modal-body keys" }, rows),
    h("div", { class: "modal-footer" }, close),
    toastPlace(),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function isTyping(node) {
  return node.matches("input, textarea, select");
}
