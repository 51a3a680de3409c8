/** Starts the page: puts its parts in place, draws them with every state, and begins the session. */

import { mountBanner } from "./banner.js";
import { mountChannel } from "./channel.js";
import { pageCommands } from "./commands.js";
import { followOutsideTouches } from "./drawer.js";
import { followKeys } from "./keyboard.js";
import { remembered } from "./memory.js";
import { mountModal } from "./modal.js";
import { mountPane } from "./pane.js";
import { followPermalinks } from "./permalinks.js";
import { followAddress } from "./place.js";
import { isPhone, onPhoneChange } from "./screen.js";
import { actAs } from "./session.js";
import { mountSidebar } from "./sidebar.js";
import { update, watch } from "./store.js";
import { onSystemTheme } from "./theme.js";

const commands = pageCommands({ composer: () => channel.composer() });
const banner = mountBanner(document.getElementById("banner"));
const sidebar = mountSidebar(document.getElementById("sidebar"), commands);
const channel = mountChannel(document.getElementById("channel"), commands);
const pane = mountPane(document.getElementById("pane"), commands);
const modal = mountModal();

watch((state) => {
  banner(state);
  if (!state.ready) return;
  document.body.classList.add("is-ready");
  sidebar(state);
  channel.show(state);
  pane.show(state);
  modal(state);
});
followKeys(commands);
followOutsideTouches();
followPermalinks();
onSystemTheme(redraw);
onPhoneChange(redraw);
update((state) => ({ ...state, panel: isPhone() ? null : remembered("panel", "samples") || null }));
followAddress();
actAs(remembered("person"));

function redraw() {
  update((state) => ({ ...state }));
}
