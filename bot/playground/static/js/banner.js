/** The line on top of the page while the connection to the server is lost. */

import { words } from "./words.js";

/** The banner in `root`; call the returned function with every state. */
export function mountBanner(root) {
  return ({ connected }) => {
    root.hidden = connected;
    root.textContent = connected ? "" : words().connectionLost;
  };
}
