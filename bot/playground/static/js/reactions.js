/** The reactions under a message: a pill for each emoji, and one to add another. */

import { h } from "./dom.js";
import { emojiNode } from "./emoji.js";
import { icon } from "./icons.js";
import { listed, userName } from "./names.js";
import { toggleReaction } from "./operations.js";
import { pickEmoji } from "./picker.js";
import { words } from "./words.js";

/** The bar of `message`'s reactions, or null where there are none. */
export function reactionBar(state, message) {
  if (!message.reactions?.length) return null;
  const add = h(
    "button",
    {
      class: "reaction reaction-add",
      type: "button",
      "data-focus": "reaction-add",
      "aria-label": words().addReaction,
      title: words().addReaction,
    },
    icon("react", 16),
  );
  add.addEventListener("click", () => pickEmoji(add, (name) => toggleReaction(message, name)));
  return h("div", { class: "reactions" }, ...message.reactions.map((reaction) => pill(state, message, reaction)), add);
}

function pill(state, message, { name, users, count }) {
  const isMine = users.includes(state.me);
  const title = words().reacted(listed(users.map((id) => userName(state, id))), name);
  return h(
    "button",
    {
      class: "reaction",
      type: "button",
      title,
      "aria-label": title,
      "aria-pressed": isMine,
      "data-focus": `reaction ${name}`,
      onclick: () => toggleReaction(message, name),
    },
    emojiNode(name),
    h("span", { class: "reaction-count" }, String(count ?? users.length)),
  );
}
