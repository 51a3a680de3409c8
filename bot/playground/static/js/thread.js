/** The thread in the right column: the message it hangs on, the replies, and a composer. */

import { iconButton } from "./buttons.js";
import { composer } from "./composer.js";
import { h, replaceChildren } from "./dom.js";
import { icon } from "./icons.js";
import { messageList } from "./message_list.js";
import { channelTitle } from "./names.js";
import { goTo } from "./place.js";
import { isPhone } from "./screen.js";
import { threadMessages } from "./selectors.js";
import { language, words } from "./words.js";

/** The thread pane; `show(state)` draws the thread that the state's place names. */
export function mountThread({ togglePanel }) {
  const head = h("header", { class: "pane-head" });
  const list = messageList({ inThread: true });
  const slot = h("div", { class: "composer-slot" });
  const node = h("section", { class: "thread" }, head, list.node, slot);
  let shown = { key: "" };

  function show(state) {
    const { channel: channelId, thread } = state.place;
    const channel = state.channels.find(({ id }) => id === channelId);
    const messages = threadMessages(state, channelId, thread);
    const key = `${channelId} ${thread} ${state.me} ${language()}`;
    if (shown.key !== key) {
      list.reset();
      replaceChildren(head, ...headParts(state, channel, togglePanel));
      const written = composer(state.place, { label: words().reply, dropZone: node });
      replaceChildren(slot, written.node);
      shown = { key };
      const isAskedFor = document.activeElement?.closest("#channel .message"); // else an answer opened it
      if (isAskedFor && !isPhone()) written.field.focus();
    }
    node.setAttribute("aria-label", words().thread);
    slot.hidden = !messages.length;
    list.show(state, messages, { lead: leadRow(messages) });
  }

  return { node, show };
}

function headParts(state, channel, togglePanel) {
  const close = () => goTo(channel.id);
  const again = h(
    "button",
    { class: "head-button", type: "button", onclick: () => togglePanel("samples") },
    icon("flask", 18),
    h("span", {}, words().tryAnError),
  );
  return [
    iconButton("left", words().back, close, { className: "thread-back" }),
    h(
      "div",
      { class: "pane-heading" },
      h("h2", { class: "pane-title" }, words().thread),
      h("span", { class: "pane-about" }, channelTitle(state, channel)),
    ),
    again,
    iconButton("close", words().closeThread, close, { className: "pane-close" }),
  ];
}

function leadRow(messages) {
  if (messages.length > 1) return null;
  const text = messages.length ? words().noReplies : words().threadGone;
  return { key: "lead", item: text, context: "", render: () => h("p", { class: "thread-lead" }, text) };
}
