/** What people, channels and authors are called on the page. */

import { isByBot } from "./selectors.js";
import { words } from "./words.js";

/** The name of a person or bot. */
export function userName(state, id) {
  const user = state.users[id];
  return user?.real_name || user?.name || (id === state.bot?.user_id ? state.bot.name : words().someone);
}

/** What one writes after an `@` to call a person, a bot or a user group. */
export function calledName(state, id) {
  return state.groups[id]?.handle ?? userName(state, id);
}

/** Who wrote `message`, as shown above it. */
export function authorName(state, message) {
  if (message.username) return message.username;
  return isByBot(state, message) ? userName(state, state.bot.user_id) : userName(state, message.user);
}

/** The other side of a direct message. */
export function partnerOf(state, channel) {
  if (channel.user && channel.user !== state.me) return channel.user;
  const named = Object.values(state.users).find((user) => user.id === channel.name || user.name === channel.name);
  return named && named.id !== state.me ? named.id : state.bot?.user_id;
}

/** A channel's name without `#`; a direct message is called after the other side. */
export function channelName(state, channel) {
  return channel.is_im ? userName(state, partnerOf(state, channel)) : channel.name;
}

/** A channel's name as one writes it: `#name`, or a person's name. */
export function channelTitle(state, channel) {
  return channel.is_im ? channelName(state, channel) : `#${channel.name}`;
}

/** `one, two and three`. */
export function listed(names) {
  if (names.length < 2) return names.join("");
  return names.slice(0, -1).join(", ") + words().and + names.at(-1);
}
