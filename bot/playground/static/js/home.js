/** The app's home tab: the view that the bot has published for this person. */

import { h, replaceChildren } from "./dom.js";
import { drawBlocks } from "./view_blocks.js";
import { language, words } from "./words.js";

/** The home tab; `show(state, isVisible)` draws it. */
export function mountHome() {
  const page = h("div", { class: "home-page" });
  const node = h("div", { class: "home", hidden: true }, page);
  let shown = { home: undefined, context: "", drawn: null }; // undefined: not even that there is no home

  function show({ home, me }, isVisible) {
    node.hidden = !isVisible;
    const context = `${me} ${language()}`;
    if (!isVisible || (shown.home === home && shown.context === context)) return;
    shown = { home, context, drawn: home ? drawBlocks(page, home, shown.drawn, node) : null };
    if (!home) replaceChildren(page, h("p", {}, words().homeEmpty));
  }

  return { node, show };
}
