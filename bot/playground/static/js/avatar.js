/** Avatars: a person's initial on the person's colour, Postmaster's mark for the bot. */

import { h } from "./dom.js";
import { mark } from "./icons.js";
import { userName } from "./names.js";

const NO_COLOR = "6b7280";

/** The avatar of the user `id`, `size` pixels wide. */
export function avatar(state, id, size = 36) {
  if (!id || id === state.bot?.user_id) return h("span", { class: "avatar avatar-bot", vars: sized(size) }, mark(size));
  const color = (state.users[id]?.color || NO_COLOR).replace("#", "");
  const initial = [...userName(state, id)][0].toUpperCase();
  return h(
    "span",
    { class: "avatar", "aria-hidden": true, vars: { ...sized(size), "--avatar-color": `#${color}` } },
    initial,
  );
}

function sized(size) {
  return { "--avatar-size": `${size}px` };
}
