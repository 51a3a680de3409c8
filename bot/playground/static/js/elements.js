/**
 * Block Kit's interactive elements: buttons, menus, selects, radio buttons, checkboxes.
 *
 * Each sends the action that Slack would send. Source: https://docs.slack.dev/reference/block-kit/block-elements
 */

import { confirm } from "./confirm.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { plainNodes } from "./inline.js";
import { textObject } from "./mrkdwn.js";
import { menu } from "./popup.js";
import { searchedSelect } from "./searched_select.js";
import { choices, select } from "./selects.js";
import { textField } from "./text_fields.js";
import { words } from "./words.js";

const KINDS = {
  button,
  workflow_button: button,
  overflow,
  radio_buttons: choices,
  checkboxes: choices,
  static_select: select,
  external_select: searchedSelect,
  users_select: select,
  conversations_select: select,
  channels_select: select,
  multi_static_select: choices,
  multi_users_select: choices,
  multi_conversations_select: choices,
  multi_channels_select: choices,
  plain_text_input: textField,
  email_text_input: textField,
  url_text_input: textField,
  number_input: textField,
  datepicker: textField,
  timepicker: textField,
};

/** Whether an element is filled in rather than pressed. */
export function isInput({ type }) {
  return type === "radio_buttons" || type === "checkboxes" || type.startsWith("multi_");
}

/** The node of an interactive `element` in `block`; using it sends an action through `surface.act`. */
export function element(one, block, surface) {
  const send = async (outcome) => {
    if (one.confirm && !(await agreed(one.confirm))) return;
    await surface.act({ type: one.type, action_id: one.action_id, block_id: block.block_id, ...outcome });
  };
  return control(one, block, surface, send);
}

/** The node of an element whose changes go to `send(outcome)`; its value is gathered in `surface.values`. */
export function control(one, block, surface, send) {
  const node = (KINDS[one.type] ?? unknown)(one, send, block, surface);
  node.dataset.focus ??= `${block.block_id}/${one.action_id}`;
  surface.values?.add(block.block_id, one, node);
  return node;
}

function button({ text, style, value, url, accessibility_label: label }, send) {
  const kind = style ? `button button-${style}` : "button";
  const node = url
    ? h("a", { class: kind, href: safe(url), target: "_blank", rel: "noopener noreferrer" })
    : h("button", { class: kind, type: "button" });
  node.append(...plainNodes(text?.text ?? ""));
  if (label) node.setAttribute("aria-label", label);
  node.addEventListener("click", () => busyWhile(node, send({ value })));
  return node;
}

function overflow({ options }, send) {
  const node = h(
    "button",
    { class: "button button-icon", type: "button", "aria-label": words().moreOptions, "aria-haspopup": "menu" },
    icon("more", 18),
  );
  const items = options.map((option) => ({
    label: plainNodes(option.text.text),
    hint: option.description?.text,
    run: () => {
      if (option.url) window.open(safe(option.url), "_blank", "noopener");
      busyWhile(node, send({ selected_option: option }));
    },
  }));
  node.addEventListener("click", () => menu(node, items, { label: words().moreOptions }));
  return node;
}

function unknown({ type }) {
  return h("span", { class: "block-unknown" }, words().unknownBlock(type));
}

function agreed({ title, text, confirm: yes, deny: no, style }) {
  return confirm({
    title: title.text,
    text: h("div", {}, ...textObject(text)),
    yes: yes.text,
    no: no.text,
    danger: style === "danger",
  });
}

async function busyWhile(node, work) {
  node.setAttribute("aria-busy", "true");
  await work;
  node.removeAttribute("aria-busy");
}

function safe(url) {
  return /^(?:https?:\/\/|mailto:)/i.test(url) ? url : "#";
}
