/** After a very long paste: the offer to send it as a text snippet instead of a message. */

import { h } from "./dom.js";
import { words } from "./words.js";

const LONG_PASTE = 2_000; // characters; above this a log is easier to read as a snippet
const LONGEST_MESSAGE = 4_000; // characters; above this the server makes a snippet of a message by itself

/** The offer for `field`; accepting calls `send(pasted, rest)` with what was pasted and what else was written. */
export function snippetOffer(field, send) {
  const text = h("span", {});
  const accept = h("button", { class: "button button-small button-primary", type: "button" });
  const keep = h("button", { class: "button button-small", type: "button" });
  const node = h("div", { class: "snippet-offer", role: "status", hidden: true }, text, accept, keep);
  let pasted = "";

  const close = () => {
    node.hidden = true;
    field.focus();
  };
  field.addEventListener("paste", (event) => {
    const content = event.clipboardData.getData("text/plain");
    if (content.length < LONG_PASTE) return;
    pasted = content.replaceAll("\r\n", "\n");
    text.textContent = words().longPaste(content.length.toLocaleString());
    accept.textContent = words().sendAsSnippet;
    keep.textContent = words().keepAsText;
    keep.hidden = content.length > LONGEST_MESSAGE;
    node.hidden = false;
  });
  field.addEventListener("input", () => {
    if (field.value.length < LONG_PASTE) node.hidden = true;
  });
  keep.addEventListener("click", close);
  accept.addEventListener("click", async () => {
    const rest = field.value.replace(pasted, "").trim();
    close();
    if (!(await send(pasted, rest))) return;
    field.value = "";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  return node;
}
