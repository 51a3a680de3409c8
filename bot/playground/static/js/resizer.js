/** The edge between channel and right column: drag it or move it with the arrow keys; a double click puts it back. */

import { h } from "./dom.js";
import { remember, remembered } from "./memory.js";
import { words } from "./words.js";

const NARROWEST = 340; // pixels
const CHANNEL_NEEDS = 360; // pixels that stay for the channel
const STEP = 24; // pixels for each press of an arrow key

/** The handle at the left edge of `pane`. */
export function resizer(pane) {
  const handle = h("div", { class: "resizer", role: "separator", tabindex: "0", "aria-orientation": "vertical" });
  const width = () => Math.round(pane.getBoundingClientRect().width);

  const widest = () => Math.max(NARROWEST, pane.parentElement.clientWidth - sidebarWidth() - CHANNEL_NEEDS);
  const describe = () => {
    handle.setAttribute("aria-label", words().resizePane);
    handle.setAttribute("aria-valuemin", NARROWEST);
    handle.setAttribute("aria-valuemax", widest());
    handle.setAttribute("aria-valuenow", width());
  };
  const setWidth = (wanted) => {
    const pixels = wanted && Math.min(Math.max(wanted, NARROWEST), widest());
    if (pixels) document.documentElement.style.setProperty("--pane-width", `${pixels}px`);
    else document.documentElement.style.removeProperty("--pane-width");
    remember("paneWidth", pixels ? String(pixels) : null);
    describe();
  };

  handle.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = ({ clientX }) => setWidth(pane.getBoundingClientRect().right - clientX);
  });
  handle.addEventListener("lostpointercapture", () => (handle.onpointermove = null));
  handle.addEventListener("dblclick", () => setWidth(null));
  handle.addEventListener("focus", describe);
  handle.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (!step) return;
    event.preventDefault();
    setWidth(width() + step);
  });
  const last = Number(remembered("paneWidth", "0"));
  if (last) document.documentElement.style.setProperty("--pane-width", `${last}px`);
  describe();
  return handle;
}

function sidebarWidth() {
  return document.getElementById("sidebar").offsetWidth;
}
