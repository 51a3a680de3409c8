/** The toolbar that appears over a message: quick reactions, thread, and a menu with everything else. */

import { copyText } from "./code_block.js";
import { confirm } from "./confirm.js";
import { h } from "./dom.js";
import { beginEditing } from "./edit.js";
import { emojiNode, withSkinTone } from "./emoji.js";
import { icon } from "./icons.js";
import { deleteMessage, runShortcut, toggleReaction } from "./operations.js";
import { pickEmoji } from "./picker.js";
import { goTo } from "./place.js";
import { menu } from "./popup.js";
import { isByBot, isReply } from "./selectors.js";
import { words } from "./words.js";

const QUICK = ["+1", "-1", "white_check_mark"];

/** The toolbar of `message`. */
export function toolbar(state, message, { inThread }) {
  const quick = QUICK.map((name) => {
    const run = () => toggleReaction(message, withSkinTone(name));
    return h("button", { class: "tool", type: "button", "aria-label": `:${name}:`, onclick: run }, emojiNode(name));
  });
  const react = tool("react", words().addReaction, "react");
  react.addEventListener("click", () => pickEmoji(react, (name) => toggleReaction(message, name)));
  const reply = tool("thread", words().replyInThread, "reply");
  reply.addEventListener("click", () => openThread(message));
  const more = tool("more", words().moreActions, "more");
  more.setAttribute("aria-haspopup", "menu");
  more.addEventListener("click", () => menu(more, moreItems(state, message, inThread), { label: words().moreActions }));
  return h("div", { class: "toolbar", role: "toolbar" }, ...quick, react, inThread ? null : reply, more);
}

/** Open the thread that `message` begins or stands in. */
export function openThread(message) {
  goTo(message.channel, isReply(message) ? message.thread_ts : message.ts);
}

/** Whether `message` is this person's own and can be changed. */
export function isOwn(state, message) {
  return message.user === state.me && !isByBot(state, message) && !message.is_ephemeral;
}

function tool(name, label, focus) {
  return h(
    "button",
    { class: "tool", type: "button", "aria-label": label, title: label, "data-focus": focus },
    icon(name, 18),
  );
}

function moreItems(state, message, inThread) {
  const shortcuts = state.shortcuts.filter(({ type }) => type === "message").map(({ name, callback_id: id }) => ({
    label: name,
    hint: state.bot?.name,
    icon: icon("bolt", 18),
    run: () => runShortcut(message, id),
  }));
  const own = [
    null,
    { label: words().editMessage, hint: "E", icon: icon("pencil", 18), run: () => beginEditing(message, inThread) },
    { label: words().deleteMessage, icon: icon("trash", 18), danger: true, run: () => askAndDelete(message) },
  ];
  return [
    ...shortcuts,
    shortcuts.length ? null : undefined,
    inThread
      ? undefined
      : { label: words().replyInThread, hint: "T", icon: icon("thread", 18), run: () => openThread(message) },
    { label: words().copyText, icon: icon("copy", 18), run: () => copyText(message.text ?? "") },
    { label: words().copyLink, icon: icon("link", 18), run: () => copyText(addressOf(message)) },
    ...(isOwn(state, message) ? own : []),
  ].filter((item) => item !== undefined);
}

async function askAndDelete(message) {
  const question = {
    title: words().deleteAsk,
    text: words().deleteExplained,
    yes: words().deleteMessage,
    danger: true,
  };
  if (await confirm(question)) deleteMessage(message);
}

function addressOf(message) {
  const thread = isReply(message) ? message.thread_ts : message.ts;
  return `${location.origin}${location.pathname}#/${message.channel}/${thread}`;
}
