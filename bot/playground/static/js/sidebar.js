/** The left column: the workspace, its channels and direct messages. */

import { avatar } from "./avatar.js";
import { iconButton } from "./buttons.js";
import { h, replaceChildren } from "./dom.js";
import { closeDrawer } from "./drawer.js";
import { icon, mark } from "./icons.js";
import { reconcile } from "./list.js";
import { channelName, partnerOf } from "./names.js";
import { goTo } from "./place.js";
import { moveWithKeys } from "./popup.js";
import { sidebarFoot } from "./sidebar_foot.js";
import { language, words } from "./words.js";

/**
 * The sidebar inside `root`; call the returned function with every state.
 *
 * `commands` are `{actAs(id), toggleTheme(), switchLanguage(), showKeys(), reset(), toComposer()}`.
 */
export function mountSidebar(root, commands) {
  const head = h("div", { class: "sidebar-head" });
  const list = h("div", { class: "sidebar-list" });
  const foot = h("div", { class: "sidebar-foot" });
  root.append(head, list, foot);
  moveWithKeys(list, ".channel-link");

  return (state) => {
    root.setAttribute("aria-label", words().channels);
    if (head.dataset.context !== headContext(state)) {
      head.dataset.context = headContext(state);
      const closeButton = iconButton("close", words().closeSidebar, closeDrawer, { className: "drawer-close" });
      replaceChildren(head, skipButton(commands.toComposer), mark(34), title(state), closeButton);
    }
    reconcile(list, rows(state));
    sidebarFoot(foot, state, commands);
  };
}

function headContext(state) {
  return `${language()} ${state.team.name}`;
}

/** For the keyboard: past the channel list. It shows only while it has the focus. */
function skipButton(toComposer) {
  return h("button", { class: "skip", type: "button", onclick: toComposer }, words().skipToMessages);
}

function title(state) {
  return h(
    "div",
    { class: "workspace" },
    h("span", { class: "workspace-name" }, state.team.name),
    h("span", { class: "workspace-about" }, words().playground),
  );
}

function rows(state) {
  const channels = state.channels.filter((channel) => !channel.is_im);
  const direct = state.channels.filter((channel) => channel.is_im);
  return [
    titleRow("channels", words().channels),
    ...channels.map((channel) => channelRow(state, channel)),
    titleRow("direct", words().directMessages),
    ...direct.map((channel) => channelRow(state, channel)),
  ];
}

function titleRow(key, text) {
  return { key, item: text, context: "", render: () => h("h2", { class: "sidebar-title" }, text) };
}

function channelRow(state, channel) {
  const isCurrent = state.place.channel === channel.id;
  const unread = state.unread[channel.id] ?? 0;
  return {
    key: channel.id,
    item: channel,
    context: [language(), state.me, isCurrent, unread].join(" "),
    render: () => channelLink(state, channel, isCurrent, unread),
  };
}

function channelLink(state, channel, isCurrent, unread) {
  const go = () => {
    closeDrawer();
    goTo(channel.id);
  };
  const badge = unread ? h("span", { class: "unread", "aria-label": words().unread(unread) }, String(unread)) : null;
  return h(
    "button",
    {
      class: unread ? "channel-link has-unread" : "channel-link",
      type: "button",
      "aria-current": isCurrent ? "page" : null,
      "data-focus": "channel",
      "data-channel": channel.id,
      onclick: go,
    },
    channel.is_im ? avatar(state, partnerOf(state, channel), 22) : icon("hash", 18),
    h("span", { class: "channel-name" }, channelName(state, channel)),
    badge,
  );
}
