/** The right column: a thread if one is open, else the panel that is chosen, else nothing. */

import { mountDeliveries } from "./deliveries.js";
import { h } from "./dom.js";
import { resizer } from "./resizer.js";
import { mountSamples } from "./samples.js";
import { isPhone } from "./screen.js";
import { mountThread } from "./thread.js";

/** The column inside `root`; `show(state)` draws it. */
export function mountPane(root, commands) {
  const thread = mountThread(commands);
  const panels = { samples: mountSamples(commands), deliveries: mountDeliveries(commands) };
  const slot = h("div", { class: "pane-slot" });
  root.append(resizer(root), slot);
  let shown = null;

  function show(state) {
    const part = state.place.thread ? thread : (panels[state.panel] ?? null);
    root.hidden = !part;
    document.body.classList.toggle("pane-open", Boolean(part));
    document.getElementById("channel").inert = Boolean(part) && isPhone(); // it is covered then
    if (part !== shown) slot.replaceChildren(...(part ? [part.node] : []));
    shown = part;
    part?.show(state);
  }

  return { show };
}
