/** Input blocks: label, field, hint and error; and what is filled into a view, as Slack sends it. */

import { h } from "./dom.js";
import { control } from "./elements.js";
import { plainNodes } from "./inline.js";
import { words } from "./words.js";

let fields = 0;

/** The node of an input block. */
export function inputField(block, surface) {
  const { type, action_id } = block.element;
  const tell = (outcome) => surface.act({ type, action_id, block_id: block.block_id, ...outcome });
  const send = block.dispatch_action ? tell : () => {};
  const field = control(block.element, block, surface, send);
  const id = `field-${++fields}`;
  const target = field.matches("select, .choices") ? field : field.querySelector("input, textarea");
  target?.setAttribute("aria-labelledby", `${id}-label`);
  target?.setAttribute("aria-describedby", `${id}-hint ${id}-error`);
  if (target && !field.matches(".choices")) target.id = id;
  const label = h("label", { class: "input-label", id: `${id}-label`, for: id }, ...plainNodes(block.label.text));
  if (block.optional) label.append(h("span", { class: "input-optional" }, ` ${words().optional}`));
  const hint = h("div", { class: "input-hint", id: `${id}-hint` }, ...plainNodes(block.hint?.text ?? ""));
  const error = h("div", { class: "input-error", id: `${id}-error`, "data-error-for": block.block_id });
  const node = h("div", { class: "block-input" }, label, field, hint, error);
  if (!block.optional) node.dataset.required = "true";
  return node;
}

/** What is filled into the fields of one surface. */
export class FormValues {
  #fields = new Map();

  /** Read `node` for the element `one` of the block `blockId` from now on. */
  add(blockId, one, node) {
    if (node.readValue) this.#fields.set(`${blockId}\n${one.action_id}`, { blockId, one, node });
  }

  /** Slack's `view.state.values`: `{block_id: {action_id: {type, value | selected_option | …}}}`. */
  read() {
    const values = {};
    for (const { blockId, one, node } of this.#fields.values()) {
      values[blockId] = { ...values[blockId], [one.action_id]: { type: one.type, ...node.readValue() } };
    }
    return values;
  }

  /** Fill in what was read before, where block and element are still there: an updated view keeps what was typed. */
  write(values) {
    for (const { blockId, one, node } of this.#fields.values()) {
      const value = values[blockId]?.[one.action_id];
      if (value?.type === one.type) node.writeValue(value);
    }
  }

  /** What the page itself refuses, `{block_id: sentence}`: required fields that are empty, texts that are too short. */
  problems(required) {
    const found = {};
    for (const { blockId, node } of this.#fields.values()) {
      const value = Object.values(node.readValue())[0];
      const isEmpty = value === null || value.length === 0;
      if (isEmpty && required.has(blockId)) found[blockId] = words().fillIn;
      else if (!isEmpty && node.minimum > value.length) found[blockId] = words().tooShort(node.minimum);
    }
    return found;
  }
}
