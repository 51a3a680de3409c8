/**
 * A text in Slack's markup as nodes: code blocks, quotes and list lines here, what stands in a line in `inline.js`.
 *
 * Source: https://docs.slack.dev/messaging/formatting-message-text
 */

import { codeBlock } from "./code_block.js";
import { h } from "./dom.js";
import { between, codeText, inline, plainNodes } from "./inline.js";

const FENCE = /```\n?([\s\S]+?)\n?```/g;
const QUOTE = /^(?:&gt;|>) ?/;
const LIST_ITEM = /^(\s*)([•◦▪-]|\d{1,2}[.)])\s+(.*)$/;

/** The nodes of a text in mrkdwn. */
export function mrkdwn(text) {
  return between(text, FENCE, lines, ([, code]) => [codeBlock(codeText(code))]);
}

/** The nodes of a text object of Block Kit: `{type: "mrkdwn" | "plain_text", text, emoji}`. */
export function textObject(object) {
  if (!object) return [];
  return object.type === "mrkdwn" ? mrkdwn(object.text) : plainNodes(object.text);
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
