/** Short notices at the edge of the page: errors, and that something was done. Screen readers hear them. */

import { iconButton } from "./buttons.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { words } from "./words.js";

const SHOWN_FOR = { info: 3_000, error: 9_000 }; // milliseconds

/** Show `text`; `kind` is `info` or `error`. */
export function toast(text, kind = "info") {
  const node = h(
    "div",
    { class: `toast toast-${kind}`, role: kind === "error" ? "alert" : "status" },
    icon(kind === "error" ? "warning" : "check", 18),
    h("span", { class: "toast-text" }, text),
    iconButton("close", words().close, () => node.remove(), { size: 16 }),
  );
  const host = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
  host.querySelector(":scope > .toasts").append(node);
  setTimeout(() => node.remove(), SHOWN_FOR[kind]);
}

/** The place where toasts appear; every layer that covers the page needs its own. */
export function toastPlace() {
  return h("div", { class: "toasts", "aria-live": "polite" });
}
