/** Folds long content, such as a pasted log, so that one message never fills the screen. */

import { h } from "./dom.js";
import { words } from "./words.js";

const LONG_TEXT = 1_400; // characters
const MANY_LINES = 14;

/** `content`, folded behind “Show more” when it is long. */
export function folded(content) {
  const text = content.textContent;
  const lines = content.querySelectorAll("br").length + text.split("\n").length;
  if (text.length < LONG_TEXT && lines < MANY_LINES) return content;
  const button = h(
    "button",
    { class: "text-button fold-button", type: "button", "aria-expanded": false },
    words().showMore,
  );
  const frame = h("div", { class: "fold is-folded" }, content, button);
  button.addEventListener("click", () => {
    const isFolded = frame.classList.toggle("is-folded");
    button.textContent = isFolded ? words().showMore : words().showLess;
    button.setAttribute("aria-expanded", String(!isFolded));
  });
  return frame;
}
