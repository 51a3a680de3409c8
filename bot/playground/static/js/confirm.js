/** Asks before something is done that may not be meant. */

import { h } from "./dom.js";
import { toastPlace } from "./toast.js";
import { words } from "./words.js";

/** Whether the person agrees. `danger` colours the button that does it. */
export function confirm({ title, text, yes, no, danger = false }) {
  const dialog = h("dialog", { class: "modal modal-small", "aria-labelledby": "confirm-title" });
  const deny = h("button", { class: "button", type: "button" }, no ?? words().cancel);
  const agree = h("button", { class: danger ? "button button-danger" : "button button-primary", type: "button" }, yes);
  dialog.append(
    h("h2", { class: "modal-title", id: "confirm-title" }, title),
    h("div", { class: "modal-body" }, text),
    h("div", { class: "modal-footer" }, deny, agree),
    toastPlace(),
  );
  document.body.append(dialog);
  dialog.showModal();
  agree.focus();
  return new Promise((resolve) => {
    deny.addEventListener("click", () => dialog.close());
    agree.addEventListener("click", () => dialog.close("yes"));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
