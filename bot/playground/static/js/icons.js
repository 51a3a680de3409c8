/** The page's line icons (24 × 24, drawn with the text's colour) and the mark of Postmaster. */

import { svg } from "./dom.js";

const PATHS = {
  hash: "M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16",
  at: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.6 7.2",
  slash: "M15.5 4.5l-7 15",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.2a4.2 4.2 0 0 0 7 0M9 9.6v.2M15 9.6v.2",
  react: "M20.6 10.4A9 9 0 1 1 13.6 3.1M8.5 14.2a4.2 4.2 0 0 0 7 0M9 9.6v.2M14.6 9.6v.2M19 2.5v5M16.5 5h5",
  thread: "M20 11.5a7.5 7.5 0 0 1-11 6.6L4 19.5l1.4-4.8A7.5 7.5 0 1 1 20 11.5zM9 10.3h7M9 13.3h4.5",
  more: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  pencil: "M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19l-4 1zM14.5 6.5l3 3",
  trash: "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.2 10.5v5.5M13.8 10.5v5.5",
  send: "M4.5 12 3.5 4.5 21 12 3.5 19.5 4.5 12zM4.5 12H12",
  attach: "M19.5 11.5l-7.6 7.6a4.7 4.7 0 0 1-6.7-6.7l8-8a3.1 3.1 0 0 1 4.5 4.5l-8 7.9a1.6 1.6 0 0 1-2.2-2.2l7-7",
  close: "M6 6l12 12M18 6L6 18",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3 20.5 20.5",
  sun: "M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4",
  moon: "M20 14.2A8.2 8.2 0 0 1 9.8 4a8.3 8.3 0 1 0 10.2 10.2z",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18",
  menu: "M4 7h16M4 12h16M4 17h16",
  down: "M6.5 9.5l5.5 5.5 5.5-5.5",
  left: "M14.5 6l-6 6 6 6",
  copy: "M9 9h10.5v11H9zM5.5 15H4.5V4h10.5v1.5",
  check: "M5 12.5l4.5 4.5L19.5 7",
  file: "M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5V8.5h5",
  flask: "M9.5 3.5h5M10.5 3.5v6L5 18.5a1.5 1.5 0 0 0 1.3 2h11.4a1.5 1.5 0 0 0 1.3-2L13.5 9.5v-6M7.6 15h8.8",
  pulse: "M3 12.5h4l2.5-7 5 13.5 2.5-6.5h4",
  lock: "M6.5 11h11v9h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4z",
  broom: "M14.5 9.5l5-6M9 8.5l6.5 6.5M9.5 9c-2 2-5 2.5-6 2.5.5 4 3.5 8 8.5 9 .5-1 1-4 3-6zM7.5 15.5l3-2",
  keyboard: "M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M13.5 10h.01M17.5 10h.01M6.5 14h.01M17.5 14h.01M9.5 14h5",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3",
  download: "M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14",
  bolt: "M13 3 5 13.5h6L10.5 21 19 10.5h-6z",
  warning: "M12 4 2.5 20h19zM12 10v4.5M12 17.2v.2",
};

/** The icon called `name`; it is decoration, so the button around it needs a label. */
export function icon(name, size = 20) {
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": true, focusable: "false" },
    svg("path", { d: PATHS[name] }),
  );
}

/** Postmaster's mark: an envelope with a postmark's waves, on a stamp. */
export function mark(size = 36) {
  return svg(
    "svg",
    { class: "mark", viewBox: "0 0 40 40", width: size, height: size, "aria-hidden": true, focusable: "false" },
    svg("rect", { class: "mark-stamp", width: 40, height: 40, rx: 9 }),
    svg("path", {
      class: "mark-paper",
      d: "M8 13.5a2 2 0 0 1 2-2h20a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2z",
    }),
    svg("path", { class: "mark-flap", d: "M8.8 13 20 21.8 31.2 13" }),
    svg("path", { class: "mark-check", d: "M16.2 25.2l2.6 2.5 5.2-5" }),
  );
}
