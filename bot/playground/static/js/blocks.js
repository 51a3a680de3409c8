/**
 * Block Kit's layout blocks as nodes, for messages, modals and the App Home.
 *
 * A surface is `{act(action), suggest(menu), values}`: `act` sends an interaction to the app, `suggest` asks it for the
 * options of a menu, `values` (a `FormValues`) gathers what is filled in. Source: https://docs.slack.dev/reference/block-kit/blocks
 */

import { codeBlock } from "./code_block.js";
import { h, link } from "./dom.js";
import { element, isInput } from "./elements.js";
import { fileAddress } from "./files.js";
import { plainNodes } from "./inline.js";
import { inputField } from "./inputs.js";
import { markdown } from "./markdown.js";
import { textObject } from "./mrkdwn.js";
import { picture } from "./picture.js";
import { richText } from "./rich_text.js";
import { words } from "./words.js";

const KINDS = {
  header: ({ text }) => h("div", { class: "block-header", role: "heading", "aria-level": 2 }, ...textObject(text)),
  section,
  context,
  actions: (block, surface) =>
    h("div", { class: "block-actions" }, ...block.elements.map((one) => element(one, block, surface))),
  divider: () => h("hr", { class: "block-divider" }),
  image: imageBlock,
  input: (block, surface) => inputField(block, surface),
  rich_text: (block) => h("div", { class: "block-rich-text" }, ...richText(block)),
  markdown: ({ text }) => h("div", { class: "block-markdown" }, ...markdown(text)),
  table,
  file: ({ external_id: name }) => h("div", { class: "block-context" }, name),
  video: ({ title, title_url: url, thumbnail_url: thumbnail, alt_text: alt }) =>
    h("figure", { class: "block-image" }, h("figcaption", {}, link(url ?? "", title.text)), picture(thumbnail, alt)),
};

/** The nodes of `blocks` on `surface`. */
export function renderBlocks(blocks, surface) {
  return blocks.map((block, index) => {
    const draw = KINDS[block.type] ?? unknown;
    const node = draw({ block_id: `block-${index}`, ...block }, surface);
    node.classList.add("block");
    return node;
  });
}

function section({ text, fields, accessory, ...block }, surface) {
  const words_ = h(
    "div",
    { class: "section-words" },
    text ? h("div", { class: "section-text" }, ...textObject(text)) : null,
    fields ? h("div", { class: "section-fields" }, ...fields.map((field) => h("div", {}, ...textObject(field)))) : null,
  );
  if (!accessory) return h("div", { class: "block-section" }, words_);
  const side = accessory.type === "image" ? image(accessory) : element(accessory, block, surface);
  const isWide = isInput(accessory);
  return h(
    "div",
    { class: isWide ? "block-section with-wide-accessory" : "block-section with-accessory" },
    words_,
    side,
  );
}

function context({ elements }) {
  const parts = elements.map((one) =>
    one.type === "image" ? image(one) : h("span", { class: "context-text" }, ...textObject(one)),
  );
  return h("div", { class: "block-context" }, ...parts);
}

function imageBlock({ title, ...source }) {
  const caption = title ? h("figcaption", {}, ...plainNodes(title.text)) : null;
  return h("figure", { class: "block-image" }, caption, image(source));
}

function image({ image_url: url, slack_file: file, alt_text: alt }) {
  return picture(file ? fileAddress(file) : url, alt);
}

function table({ rows = [] }) {
  const cell = (content) => (content.type === "rich_text" ? richText(content) : plainNodes(content.text ?? ""));
  const row = (tag) => (contents) => h("tr", {}, ...contents.map((content) => h(tag, {}, ...cell(content))));
  const [head = [], ...body] = rows;
  const parts = [h("thead", {}, row("th")(head)), h("tbody", {}, ...body.map(row("td")))];
  return h("div", { class: "table-frame" }, h("table", {}, ...parts));
}

function unknown(block) {
  return h(
    "div",
    { class: "block-unknown" },
    words().unknownBlock(block.type),
    codeBlock(JSON.stringify(block, null, 2)),
  );
}
