/** The middle column: the channel's head, its messages or the app's home, and the composer. */

import { channelHead } from "./channel_head.js";
import { composer } from "./composer.js";
import { h, replaceChildren } from "./dom.js";
import { mountHome } from "./home.js";
import { channelIntro } from "./intro.js";
import { messageList } from "./message_list.js";
import { channelTitle } from "./names.js";
import { inviteBot } from "./operations.js";
import { isPhone } from "./screen.js";
import { mainMessages, repliesByThread } from "./selectors.js";
import { language, words } from "./words.js";

/** The channel view inside `root`; `show(state)` draws it, `composer()` is the one on the page now. */
export function mountChannel(root, commands) {
  const head = h("header", { class: "channel-head" });
  const notice = h("div", { class: "notice", hidden: true });
  const list = messageList({ inThread: false });
  const home = mountHome();
  const slot = h("div", { class: "composer-slot" });
  root.append(head, notice, list.node, home.node, slot);
  let shown = { channel: null, composer: null, composerKey: "" };

  function show(state) {
    const channel = state.channels.find(({ id }) => id === state.place.channel);
    if (!channel) return;
    if (shown.channel !== channel.id) list.reset();
    shown.channel = channel.id;
    const isHome = state.tab === "home" && channel.is_im;
    document.title = `${channelTitle(state, channel)} · ${state.team.name}`;
    root.setAttribute("aria-label", words().messagesIn(channelTitle(state, channel)));
    channelHead(head, state, channel, commands);
    showNotice(notice, state, channel);
    list.node.hidden = isHome;
    slot.hidden = isHome;
    home.show(state, isHome);
    showMessages(list, state, channel);
    showComposer(state, channel);
  }

  function showComposer(state, channel) {
    const key = `${channel.id} ${state.me} ${language()}`;
    if (shown.composerKey === key) return;
    const label = words().messageTo(channelTitle(state, channel));
    shown.composer = composer({ channel: channel.id, thread: null }, { label, dropZone: root });
    shown.composerKey = key;
    replaceChildren(slot, shown.composer.node);
    if (!isPhone() && !document.querySelector("dialog[open]")) shown.composer.field.focus();
  }

  return { show, composer: () => shown.composer };
}

function showMessages(list, state, channel) {
  const messages = mainMessages(state, channel.id);
  const threads = repliesByThread(state, channel.id);
  const repliesOf = (message) => threads.get(message.ts) ?? [];
  list.show(state, messages, { repliesOf, lead: channelIntro(state, channel) });
}

function showNotice(notice, state, channel) {
  const isOutside = !channel.is_im && channel.is_member === false;
  notice.hidden = !isOutside;
  if (!isOutside) return;
  const text = words().notMember(state.bot.name, channelTitle(state, channel));
  const context = `${channel.id} ${text}`;
  if (notice.dataset.context === context) return;
  notice.dataset.context = context;
  const invite = h(
    "button",
    { class: "button button-small", type: "button", onclick: () => inviteBot(channel.id) },
    words().invite(state.bot.name),
  );
  replaceChildren(notice, h("span", {}, text), invite);
}
