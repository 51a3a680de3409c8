/** Pictures, and what stands in their place when they cannot be loaded. */

import { h } from "./dom.js";
import { words } from "./words.js";

/** The picture at `address`; `alt` says what is on it. */
export function picture(address, alt) {
  const node = h("img", { src: address, alt, loading: "lazy", referrerpolicy: "no-referrer" });
  node.addEventListener("error", () =>
    node.replaceWith(h("span", { class: "image-missing", title: words().imageMissing }, alt)),
  );
  return node;
}
