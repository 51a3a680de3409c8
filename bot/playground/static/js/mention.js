/** Mentions of people and channels inside a text. */

import { h } from "./dom.js";
import { channelName, userName } from "./names.js";
import { goTo } from "./place.js";
import { state } from "./store.js";

/** `@Name`, marked when it is oneself. */
export function userMention(id) {
  const isMe = id === state().me;
  return h("span", { class: isMe ? "mention mention-me" : "mention" }, `@${userName(state(), id)}`);
}

/** `#name`, which leads there. */
export function channelMention(id) {
  const channel = state().channels.find((other) => other.id === id);
  if (!channel) return h("span", { class: "mention" }, "#?");
  const button = h("button", { class: "mention mention-channel", type: "button" }, `#${channelName(state(), channel)}`);
  button.addEventListener("click", () => goTo(id));
  return button;
}
