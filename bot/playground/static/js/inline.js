/** Slack's markup within a line: bold, italic, strike, code, links, mentions, dates and emoji. */

import { slackDate } from "./clock.js";
import { h, link } from "./dom.js";
import { emojiNode, glyph } from "./emoji.js";
import { channelMention, groupMention, userMention } from "./mention.js";

const EMOJI = /:([a-z0-9_+-]+(?:::skin-tone-[2-6])?):/g;
const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "<(?<angle>[^<>\\n]+)>",
    "(?<url>https?://[^\\s<>|]+[^\\s<>|.,;:!?)\\]}'\"])",
    ":(?<emoji>[a-z0-9_+-]+(?:::skin-tone-[2-6])?):",
    "(?<![\\p{L}\\p{N}*])\\*(?<bold>(?![\\s*])[^*\\n]*[^*\\s])\\*(?![\\p{L}\\p{N}*])",
    "(?<![\\p{L}\\p{N}_])_(?<italic>(?![\\s_])[^_\\n]*[^_\\s])_(?![\\p{L}\\p{N}_])",
    "(?<![\\p{L}\\p{N}~])~(?<strike>(?![\\s~])[^~\\n]*[^~\\s])~(?![\\p{L}\\p{N}~])",
  ].join("|"),
  "gu",
);

/** The nodes of `text`, which has no code blocks, quotes or lists any more. */
export function inline(text) {
  return between(
    text,
    INLINE,
    (part) => broken(decoded(part)),
    ({ 0: whole, groups }) => marked(whole, groups),
  );
}

/** Text without markup; only emoji are drawn. */
export function plainNodes(text) {
  return between(
    text,
    EMOJI,
    (part) => [part],
    ([whole, name]) => [glyph(name) ? emojiNode(name) : whole],
  );
}

/** `text` as one would type it: links and entities resolved, marks kept. */
export function plainText(text) {
  return decoded(text.replace(/<([^<>\n]+)>/g, (whole, inner) => (/^[@#!]/.test(inner) ? whole : labelOf(inner))));
}

/** What stands in code: links shown as their text, entities resolved, nothing else read. */
export function codeText(text) {
  return decoded(text.replace(/<((?:https?:|mailto:)[^<>\n]+)>/g, (_, inner) => labelOf(inner)));
}

/** The nodes of `text`: `found(match)` for each match of `pattern`, `other(part)` for what stands between. */
export function between(text, pattern, other, found) {
  const nodes = [];
  let position = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > position) nodes.push(...other(text.slice(position, match.index)));
    nodes.push(...found(match));
    position = match.index + match[0].length;
  }
  if (position < text.length) nodes.push(...other(text.slice(position)));
  return nodes;
}

function marked(whole, { code, angle, url, emoji, bold, italic, strike }) {
  if (code) return [h("code", {}, codeText(code))];
  if (angle) return angled(angle, whole);
  if (url) return [link(decoded(url))];
  if (emoji) return [glyph(emoji) ? emojiNode(emoji) : whole];
  if (bold) return [h("strong", {}, ...inline(bold))];
  if (italic) return [h("em", {}, ...inline(italic))];
  return [h("s", {}, ...inline(strike))];
}

function angled(inner, whole) {
  const [target, label] = inner.split("|");
  if (/^@[A-Z0-9]+$/.test(target)) return [userMention(target.slice(1))];
  if (/^#[A-Z0-9]+$/.test(target)) return [channelMention(target.slice(1))];
  if (target.startsWith("!")) return [special(target.slice(1), label)];
  if (/^(?:https?:|mailto:)/i.test(target)) return [link(decoded(target), ...plainNodes(decoded(label ?? target)))];
  return broken(decoded(whole));
}

function special(target, label) {
  const [kind, argument, pattern] = target.split("^");
  const isDate = kind === "date" && Number.isFinite(Number(argument));
  if (isDate) return h("time", {}, slackDate(argument, decoded(pattern ?? "")));
  if (kind === "subteam") return groupMention(argument, label && decoded(label));
  return h("span", { class: "mention mention-all" }, decoded(label ?? `@${kind}`));
}

function labelOf(inner) {
  const [address, label] = inner.split("|");
  return label ?? address;
}

function broken(text) {
  return text.split("\n").flatMap((line, index) => (index ? [h("br"), line] : [line]));
}

function decoded(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
