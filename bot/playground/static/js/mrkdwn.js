/**
 * Slack's message markup as nodes: bold, italic, strike, code, quotes, list lines, links, mentions, dates and emoji.
 *
 * Source: https://docs.slack.dev/messaging/formatting-message-text
 */

import { slackDate } from "./clock.js";
import { codeBlock } from "./code_block.js";
import { h, link } from "./dom.js";
import { emojiNode, glyph } from "./emoji.js";
import { channelMention, userMention } from "./mention.js";

const FENCE = /```\n?([\s\S]+?)\n?```/g;
const QUOTE = /^(?:&gt;|>) ?/;
const LIST_ITEM = /^(\s*)([•◦▪-]|\d{1,2}[.)])\s+(.*)$/;
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

/** The nodes of a text in mrkdwn. */
export function mrkdwn(text) {
  return between(text, FENCE, lines, ([, code]) => {
    const plain = plainText(code);
    return [codeBlock(plain, inlineLinks(code))];
  });
}

/** The nodes of a text object of Block Kit: `{type: "mrkdwn" | "plain_text", text, emoji}`. */
export function textObject(object) {
  if (!object) return [];
  return object.type === "mrkdwn" ? mrkdwn(object.text) : plainNodes(object.text);
}

/** Text without markup; only emoji are drawn. */
export function plainNodes(text) {
  return between(text, /:([a-z0-9_+-]+(?:::skin-tone-[2-6])?):/g, (part) => [part], ([whole, name]) => [
    glyph(name) ? emojiNode(name) : whole,
  ]);
}

/** `text` as one would type it: links and entities resolved, marks kept. */
export function plainText(text) {
  const shown = text.replace(/<([^<>\n]+)>/g, (whole, inner) => {
    if (/^[@#!]/.test(inner)) return whole;
    const [address, label] = inner.split("|");
    return label ?? address;
  });
  return decoded(shown);
}

function lines(text) {
  const nodes = [];
  let run = [];
  const flush = () => {
    if (run.length) nodes.push(...inline(run.join("\n").replace(/^\n|\n$/g, "")));
    run = [];
  };
  for (const line of text.split("\n")) {
    const isQuote = QUOTE.test(line);
    const item = !isQuote && LIST_ITEM.exec(line);
    if (!isQuote && !item) {
      run.push(line);
      continue;
    }
    flush();
    if (isQuote) addQuoteLine(nodes, line.replace(QUOTE, ""));
    else nodes.push(listLine(item));
  }
  flush();
  return nodes;
}

function addQuoteLine(nodes, text) {
  const last = nodes.at(-1);
  if (last?.nodeName === "BLOCKQUOTE") last.append(h("br"), ...inline(text));
  else nodes.push(h("blockquote", {}, ...inline(text)));
}

function listLine([, indent, marker, text]) {
  const attributes = { class: "list-line", vars: { "--indent": String(Math.min(indent.length, 8)) } };
  return h("div", attributes, h("span", { class: "list-marker" }, marker), h("span", {}, ...inline(text)));
}

function inline(text) {
  return between(text, INLINE, (part) => broken(decoded(part)), ({ 0: whole, groups }) => marked(whole, groups));
}

function marked(whole, { code, angle, url, emoji, bold, italic, strike }) {
  if (code) return [h("code", {}, ...inlineLinks(code))];
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
  const [kind, seconds, pattern] = target.split("^");
  if (kind === "date" && Number.isFinite(Number(seconds))) return h("time", {}, slackDate(seconds, decoded(pattern ?? "")));
  return h("span", { class: "mention mention-all" }, decoded(label ?? `@${kind}`));
}

/** In code only links are resolved. */
function inlineLinks(text) {
  return between(text, /<((?:https?:|mailto:)[^<>\n]+)>/g, (part) => [decoded(part)], ([, inner]) => {
    const [address, label] = inner.split("|");
    return [decoded(label ?? address)];
  });
}

function broken(text) {
  return text.split("\n").flatMap((line, index) => (index ? [h("br"), line] : [line]));
}

function decoded(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The nodes of `text`: `found(match)` for each match of `pattern`, `other(part)` for what stands between. */
function between(text, pattern, other, found) {
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
