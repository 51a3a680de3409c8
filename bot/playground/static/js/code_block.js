/** A block of code with a button that copies it. */

import { iconButton } from "./buttons.js";
import { h } from "./dom.js";
import { toast } from "./toast.js";
import { words } from "./words.js";

/** `text` as a block. */
export function codeBlock(text) {
  const copy = iconButton("copy", words().copyCode, () => copyText(text), { className: "copy-code", size: 16 });
  return h("div", { class: "code-block" }, h("pre", {}, h("code", {}, text)), copy);
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
