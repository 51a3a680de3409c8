/** The left column: the workspace, its channels and direct messages, and who one acts as. */

import { avatar } from "./avatar.js";
import { h, replaceChildren } from "./dom.js";
import { closeDrawer } from "./drawer.js";
import { icon, mark } from "./icons.js";
import { reconcile } from "./list.js";
import { channelName, partnerOf, userName } from "./names.js";
import { goTo } from "./place.js";
import { menu, moveWithKeys } from "./popup.js";
import { people } from "./state.js";
import { isDark } from "./theme.js";
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
      replaceChildren(head, skipButton(commands.toComposer), mark(34), title(state), closeButton());
    }
    reconcile(list, rows(state));
    const context = [language(), isDark(), state.me, Object.keys(state.users).length].join(" ");
    if (foot.dataset.context === context) return;
    foot.dataset.context = context;
    replaceChildren(foot, personButton(state, commands.actAs), tools(commands));
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

function closeButton() {
  return h("button", { class: "icon-button drawer-close", type: "button", "aria-label": words().closeSidebar, onclick: closeDrawer }, icon("close"));
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

function personButton(state, actAs) {
  const button = h(
    "button",
    { class: "person", type: "button", "aria-haspopup": "menu", title: words().switchPerson, "data-focus": "person" },
    avatar(state, state.me, 32),
    h(
      "span",
      { class: "person-words" },
      h("span", { class: "person-label" }, words().actingAs),
      h("span", { class: "person-name" }, userName(state, state.me)),
    ),
    icon("down", 16),
  );
  const items = people(state.users).map(({ id }) => ({
    label: userName(state, id),
    icon: avatar(state, id, 24),
    checked: id === state.me,
    run: () => actAs(id),
  }));
  button.addEventListener("click", () => menu(button, items, { label: words().switchPerson }));
  return button;
}

function tools({ toggleTheme, switchLanguage, showKeys, reset }) {
  const theme = isDark() ? ["sun", words().toLight] : ["moon", words().toDark];
  const speak = h(
    "button",
    { class: "language", type: "button", "aria-label": words().otherLanguageLabel, onclick: switchLanguage, "data-focus": "language" },
    icon("globe", 18),
    words().otherLanguage,
  );
  return h(
    "div",
    { class: "sidebar-tools" },
    tool(...theme, toggleTheme),
    speak,
    h("span", { class: "spring" }),
    tool("keyboard", words().keyboardHelp, showKeys),
    tool("broom", words().reset, reset),
  );
}

function tool(name, label, run) {
  return h(
    "button",
    { class: "icon-button", type: "button", "aria-label": label, title: label, "data-focus": name, onclick: run },
    icon(name, 18),
  );
}
