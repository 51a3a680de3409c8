/** The app's home tab: the view that the bot has published for this person. */

import { renderBlocks } from "./blocks.js";
import { h, replaceChildren } from "./dom.js";
import { FormValues } from "./inputs.js";
import { act } from "./operations.js";
import { words } from "./words.js";

/** The home tab; `show(state, isVisible)` draws it. */
export function mountHome() {
  const page = h("div", { class: "home-page" });
  const node = h("div", { class: "home", hidden: true }, page);
  let shown; // undefined: nothing yet, not even that there is no home

  function show({ home }, isVisible) {
    node.hidden = !isVisible;
    if (!isVisible || shown === home) return;
    shown = home;
    const values = new FormValues();
    const surface = { values, act: (action) => act({ view_id: home.id, action, values: values.read() }) };
    replaceChildren(page, home?.blocks?.length ? renderBlocks(home.blocks, surface) : h("p", {}, words().homeEmpty));
  }

  return { node, show };
}
