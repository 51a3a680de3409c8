/** Mentions of people, user groups and channels inside a text. */

import { h } from "./dom.js";
import { channelName, userName } from "./names.js";
import { goTo } from "./place.js";
import { state } from "./store.js";

/** `@Name`, marked when it is oneself. */
export function userMention(id) {
  const isMe = id === state().me;
  return h("span", { class: isMe ? "mention mention-me" : "mention" }, `@${userName(state(), id)}`);
}

/** `@handle` of a user group, marked when one is in it; `label` is what the text calls a group that is unknown. */
export function groupMention(id, label) {
  const group = state().groups[id];
  const isMine = group?.users.includes(state().me);
  const name = group ? `@${group.handle}` : (label ?? `@${id}`);
  return h("span", { class: isMine ? "mention mention-me" : "mention" }, name);
}

/** `#name`, which leads there. */
export function channelMention(id) {
  const channel = state().channels.find((other) => other.id === id);
  if (!channel) return h("span", { class: "mention" }, "#?");
  const button = h("button", { class: "mention mention-channel", type: "button" }, `#${channelName(state(), channel)}`);
  button.addEventListener("click", () => goTo(id));
  return button;
}
