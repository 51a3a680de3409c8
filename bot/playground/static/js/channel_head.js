/** The head of a channel: its name, topic, tabs, and the buttons of the panels on the right. */

import { avatar } from "./avatar.js";
import { iconButton } from "./buttons.js";
import { h, replaceChildren } from "./dom.js";
import { openDrawer } from "./drawer.js";
import { icon } from "./icons.js";
import { channelName, partnerOf } from "./names.js";
import { language, words } from "./words.js";

/** Draw the head of `channel`; `commands` are `{togglePanel(name), showTab(name)}`. */
export function channelHead(head, state, channel, commands) {
  const isWithBot = channel.is_im && partnerOf(state, channel) === state.bot?.user_id;
  const panel = state.place.thread ? null : state.panel;
  const context = [language(), channel.id, channel.topic, panel, state.tab].join("\n");
  if (head.dataset.context === context) return;
  head.dataset.context = context;
  const focused = head.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  replaceChildren(
    head,
    iconButton("menu", words().openSidebar, openDrawer, { className: "drawer-button" }),
    h(
      "div",
      { class: "channel-heading" },
      h(
        "h1",
        { class: "channel-title" },
        channel.is_im ? avatar(state, partnerOf(state, channel), 26) : icon("hash", 20),
        h("span", { class: "channel-title-name" }, channelName(state, channel)),
      ),
      channel.topic ? h("div", { class: "channel-topic", title: channel.topic }, channel.topic) : null,
    ),
    isWithBot ? tabs(state, commands) : null,
    panelButton("samples", "flask", words().tryAnError, panel, commands),
    panelButton("deliveries", "pulse", words().deliveries, panel, commands),
  );
  head.querySelector(`[data-focus="${focused}"]`)?.focus();
}

function panelButton(name, picture, label, panel, { togglePanel }) {
  return h(
    "button",
    {
      class: `head-button head-${name}`,
      type: "button",
      title: label,
      "aria-pressed": panel === name,
      "data-focus": `panel-${name}`,
      onclick: () => togglePanel(name),
    },
    icon(picture, 18),
    h("span", {}, label),
  );
}

function tabs(state, { showTab }) {
  const tab = (name, label) =>
    h(
      "button",
      {
        class: "tab",
        type: "button",
        role: "tab",
        "aria-selected": state.tab === name,
        "data-focus": `tab-${name}`,
        onclick: () => showTab(name),
      },
      label,
    );
  return h("div", { class: "tabs", role: "tablist" }, tab("home", words().home), tab("messages", words().messages));
}
