/** Emoji by name, as Slack writes them: `tada`, or `+1::skin-tone-3`. */

import { h } from "./dom.js";
import { EMOJI_ALIASES, EMOJI_GROUPS } from "./emoji_data.js";
import { remember, remembered } from "./memory.js";

const TONES = {
  "skin-tone-2": "🏻",
  "skin-tone-3": "🏼",
  "skin-tone-4": "🏽",
  "skin-tone-5": "🏾",
  "skin-tone-6": "🏿",
};
const ALL = Object.values(EMOJI_GROUPS).flat();
const BY_NAME = new Map(ALL.map((emoji) => [emoji[0], emoji]));

/** The character of the emoji `name`, or null if the playground does not know it. */
export function glyph(name) {
  const [base, tone] = name.split("::");
  const emoji = BY_NAME.get(EMOJI_ALIASES[base] ?? base);
  if (!emoji) return null;
  if (!tone || emoji[3] !== "toned") return emoji[1];
  return emoji[1].replace("\uFE0F", "") + (TONES[tone] ?? "");
}

/** The emoji `name` as a node; an unknown one stays readable as `:name:`. */
export function emojiNode(name) {
  const character = glyph(name);
  if (!character) return document.createTextNode(`:${name}:`);
  return h(
    "span",
    { class: "emoji", role: "img", "aria-label": name.replaceAll("_", " "), title: `:${name}:` },
    character,
  );
}

/** The emoji whose name or words contain what was typed, those that begin with it first. */
export function searchEmoji(typed) {
  const query = typed.trim().toLowerCase().replaceAll(":", "");
  const found = ALL.filter(([name, , terms]) => name.includes(query) || terms.includes(query));
  return found.sort((one, other) => Number(other[0].startsWith(query)) - Number(one[0].startsWith(query)));
}

/** The skin tones in the order of the picker; the first is none. */
export const SKIN_TONES = [null, ...Object.keys(TONES)];

/** The skin tone that this person uses, such as `skin-tone-3`, or null. */
export function skinTone() {
  return remembered("skinTone");
}

/** Use `tone` from now on. */
export function setSkinTone(tone) {
  remember("skinTone", tone);
}

/** The name to react with: with the chosen skin tone where the emoji has tones. */
export function withSkinTone(name, tone = skinTone()) {
  return tone && BY_NAME.get(name)?.[3] === "toned" ? `${name}::${tone}` : name;
}
