/** What stands at the beginning of a channel: a picture, its name, and what to do here. */

import { h, svg } from "./dom.js";
import { channelName, partnerOf } from "./names.js";
import { isPhone } from "./screen.js";
import { language, words } from "./words.js";

/** The first row of a channel, for `list.js`. */
export function channelIntro(state, channel) {
  return {
    key: "intro",
    item: channel,
    context: `${language()} ${isPhone()}`,
    render: () => {
      const [title, hint] = sentences(state, channel);
      return h("div", { class: "intro" }, postmark(), h("h2", {}, title), h("p", {}, hint));
    },
  };
}

function sentences(state, channel) {
  const name = channelName(state, channel);
  const isWithBot = partnerOf(state, channel) === state.bot?.user_id;
  if (channel.is_im) return [name, isWithBot ? words().introBot : words().introDirect];
  if (!channel.is_member) return [`#${name}`, words().introOutside(state.bot.name)];
  return [`#${name}`, isPhone() ? words().introChannelPhone : words().introChannel];
}

function postmark() {
  const waves = [34, 46, 58, 70].map((y) =>
    svg("path", { d: `M84 ${y}c8-7 14 7 22 0s14 7 22 0 14 7 22 0`, class: "postmark-line" }),
  );
  return svg(
    "svg",
    { class: "postmark", viewBox: "0 0 154 104", width: 154, height: 104, "aria-hidden": true },
    ...waves,
    svg("circle", { cx: 50, cy: 52, r: 42, class: "postmark-ring" }),
    svg("circle", { cx: 50, cy: 52, r: 33, class: "postmark-line" }),
    svg("path", { d: "M36 43.5h28v18H36zM36.5 44 50 54.5 63.5 44", class: "postmark-line" }),
  );
}
