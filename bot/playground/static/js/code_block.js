/** A block of code with a button that copies it. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { toast } from "./toast.js";
import { words } from "./words.js";

/** `text` as a block; `children` may hold the same text with links in it. */
export function codeBlock(text, children = [text]) {
  const copy = h(
    "button",
    { class: "icon-button copy-code", type: "button", "aria-label": words().copyCode, title: words().copyCode },
    icon("copy", 16),
  );
  copy.addEventListener("click", () => copyText(text));
  return h("div", { class: "code-block" }, h("pre", {}, h("code", {}, ...children)), copy);
}

/** Put `text` on the clipboard, and say so. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(words().copied);
  } catch {
    toast(words().copyFailed, "error");
  }
}
