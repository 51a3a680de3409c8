/** Buttons that show only an icon. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

/** A button with the icon `name`; its `label` is the tooltip and what screen readers say. */
export function iconButton(name, label, run, { className = "", size = 20, focus = null } = {}) {
  return h(
    "button",
    {
      class: `icon-button ${className}`.trim(),
      type: "button",
      "aria-label": label,
      title: label,
      "data-focus": focus,
      onclick: run,
    },
    icon(name, size),
  );
}
