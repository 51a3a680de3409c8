/**
 * The `markdown` block: headings, paragraphs, lists, quotes, tables, code and the usual inline marks.
 *
 * Source: https://docs.slack.dev/reference/block-kit/blocks/markdown-block
 */

import { codeBlock } from "./code_block.js";
import { h, link } from "./dom.js";
import { plainNodes } from "./inline.js";

const BLOCK = [
  { starts: /^```/, take: fence },
  { starts: /^#{1,6}\s/, take: heading },
  { starts: /^>\s?/, take: quote },
  { starts: /^\s*[-*+]\s/, take: (lines) => list(lines, "ul", /^\s*[-*+]\s+/) },
  { starts: /^\s*\d+[.)]\s/, take: (lines) => list(lines, "ol", /^\s*\d+[.)]\s+/) },
  { starts: /^(?:-{3,}|\*{3,})\s*$/, take: (lines) => (lines.shift(), h("hr")) },
  { starts: /^\|.*\|\s*$/, take: table },
  { starts: /^\s*$/, take: (lines) => (lines.shift(), null) },
];
const INLINE = new RegExp(
  [
    "`(?<code>[^`]+)`",
    "\\[(?<label>[^\\]]+)\\]\\((?<url>[^)\\s]+)\\)",
    "\\*\\*(?<bold>.+?)\\*\\*",
    "(?<![\\w*])\\*(?<star>[^*]+)\\*",
    "(?<!\\w)_(?<under>[^_]+)_(?!\\w)",
    "~~(?<strike>.+?)~~",
    "(?<bare>https?://[^\\s<>)]+)",
  ].join("|"),
  "g",
);

/** The nodes of a Markdown text. */
export function markdown(text) {
  const lines = text.split("\n");
  const nodes = [];
  while (lines.length) {
    const kind = BLOCK.find(({ starts }) => starts.test(lines[0]));
    nodes.push(kind ? kind.take(lines) : paragraph(lines));
  }
  return nodes.filter(Boolean);
}

function paragraph(lines) {
  const taken = [lines.shift()];
  while (lines.length && !BLOCK.some(({ starts }) => starts.test(lines[0]))) taken.push(lines.shift());
  return h("p", {}, ...inline(taken.join("\n")));
}

function fence(lines) {
  lines.shift();
  const code = [];
  while (lines.length && !lines[0].startsWith("```")) code.push(lines.shift());
  lines.shift();
  return codeBlock(code.join("\n"));
}

function heading(lines) {
  const [, marks, text] = /^(#{1,6})\s+(.*)$/.exec(lines.shift()) ?? [, "#", ""];
  return h("div", { class: "markdown-heading", role: "heading", "aria-level": marks.length + 2 }, ...inline(text));
}

function quote(lines) {
  const taken = [];
  while (lines.length && lines[0].startsWith(">")) taken.push(lines.shift().replace(/^>\s?/, ""));
  return h("blockquote", {}, ...inline(taken.join("\n")));
}

function list(lines, tag, marker) {
  const items = [];
  while (lines.length && marker.test(lines[0])) items.push(h("li", {}, ...inline(lines.shift().replace(marker, ""))));
  return h(tag, { class: "rich-list" }, ...items);
}

function table(lines) {
  const rows = [];
  while (lines.length && /^\|.*\|\s*$/.test(lines[0])) rows.push(cells(lines.shift()));
  const [head = [], ...body] = rows.filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell)));
  return h(
    "div",
    { class: "table-frame" },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", {}, ...inline(cell))))),
      h("tbody", {}, ...body.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, ...inline(cell)))))),
    ),
  );
}

function cells(line) {
  return line
    .trim()
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
}

function inline(text) {
  const nodes = [];
  let position = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(...words(text.slice(position, match.index)), marked(match.groups));
    position = match.index + match[0].length;
  }
  return [...nodes, ...words(text.slice(position))];
}

function marked({ code, label, url, bold, star, under, strike, bare }) {
  if (code) return h("code", {}, code);
  if (label) return link(url, ...inline(label));
  if (bold) return h("strong", {}, ...inline(bold));
  if (strike) return h("s", {}, ...inline(strike));
  if (bare) return link(bare);
  return h("em", {}, ...inline(star ?? under));
}

function words(text) {
  return text.split("\n").flatMap((line, index) => (index ? [h("br"), ...plainNodes(line)] : plainNodes(line)));
}
