/**
 * The `rich_text` block, in which Slack passes on what people type.
 *
 * Source: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */

import { slackDate } from "./clock.js";
import { codeBlock } from "./code_block.js";
import { h, link } from "./dom.js";
import { emojiNode } from "./emoji.js";
import { channelMention, groupMention, userMention } from "./mention.js";

const STYLE_TAGS = { bold: "strong", italic: "em", strike: "s", underline: "u", code: "code" };

/** The nodes of a rich_text block. */
export function richText(block) {
  return (block.elements ?? []).map(part);
}

/** The text of a rich_text block as one would type it, `nameOf(id)` naming people and user groups. */
export function typedText(block, nameOf) {
  return (block.elements ?? []).map((element) => typedPart(element, nameOf)).join("");
}

function part(element) {
  switch (element.type) {
    case "rich_text_preformatted":
      return codeBlock(element.elements.map((leaf) => leaf.text ?? leaf.url ?? "").join(""));
    case "rich_text_quote":
      return h("blockquote", {}, ...leaves(element.elements));
    case "rich_text_list":
      return list(element);
    default:
      return h("div", { class: "rich-section" }, ...leaves(element.elements ?? []));
  }
}

function list({ style, indent = 0, offset = 0, elements }) {
  const items = elements.map((item) => h("li", {}, ...leaves(item.elements)));
  const attributes = { class: "rich-list", vars: { "--level": String(indent) } };
  return style === "ordered" ? h("ol", { ...attributes, start: offset + 1 }, ...items) : h("ul", attributes, ...items);
}

/** The nodes of a line; a piece of code that holds a link comes in several leaves and stays one piece. */
function leaves(elements) {
  const nodes = [];
  for (const leaf of elements) {
    const added = leafNodes(leaf);
    const last = nodes.at(-1);
    if (leaf.style?.code && last?.nodeName === "CODE") last.append(...added[0].childNodes);
    else nodes.push(...added);
  }
  return nodes;
}

function leafNodes(leaf) {
  const nodes = plainLeaf(leaf);
  const tags = Object.keys(STYLE_TAGS).filter((name) => leaf.style?.[name]); // code comes last: outermost
  return tags.reduce((inner, name) => [h(STYLE_TAGS[name], {}, ...inner)], nodes);
}

function plainLeaf(leaf) {
  switch (leaf.type) {
    case "text":
      return leaf.text.split("\n").flatMap((line, index) => (index ? [h("br"), line] : [line]));
    case "link":
      return [link(leaf.url, leaf.text ?? leaf.url)];
    case "emoji":
      return [emojiNode(leaf.skin_tone ? `${leaf.name}::skin-tone-${leaf.skin_tone}` : leaf.name)];
    case "user":
      return [userMention(leaf.user_id)];
    case "usergroup":
      return [groupMention(leaf.usergroup_id)];
    case "channel":
      return [channelMention(leaf.channel_id)];
    case "broadcast":
      return [h("span", { class: "mention mention-all" }, `@${leaf.range}`)];
    case "date":
      return [h("time", {}, slackDate(leaf.timestamp, leaf.format ?? "{date_num}"))];
    default:
      return [leaf.text ?? ""];
  }
}

function typedPart(element, nameOf) {
  const text = (element.elements ?? []).map((leaf) => typedLeaf(leaf, nameOf)).join("");
  switch (element.type) {
    case "rich_text_preformatted":
      return `\`\`\`${text}\`\`\``;
    case "rich_text_quote":
      return text
        .split("\n")
        .map((line) => `> ${line}\n`)
        .join("");
    case "rich_text_list":
      return element.elements.map((item) => `• ${typedPart(item, nameOf)}\n`).join("");
    default:
      return text;
  }
}

function typedLeaf(leaf, nameOf) {
  const marks = { bold: "*", italic: "_", strike: "~", code: "`" };
  const mark = Object.keys(leaf.style ?? {})
    .map((name) => (leaf.style[name] && marks[name]) || "")
    .join("");
  const plain = {
    user: () => `@${nameOf(leaf.user_id)}`,
    usergroup: () => `@${nameOf(leaf.usergroup_id)}`,
    broadcast: () => `@${leaf.range}`,
    emoji: () => `:${leaf.name}:`,
  };
  const text = plain[leaf.type]?.() ?? leaf.text ?? leaf.url ?? "";
  return mark + text + [...mark].reverse().join("");
}
