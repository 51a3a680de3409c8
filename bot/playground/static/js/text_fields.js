/** Block Kit's fields that one types into: text, mail address, URL, number, date, time. */

import { h } from "./dom.js";
import { words } from "./words.js";

const INPUT_TYPES = {
  email_text_input: "email",
  url_text_input: "url",
  number_input: "number",
  datepicker: "date",
  timepicker: "time",
};
const VALUE_NAMES = { datepicker: "selected_date", timepicker: "selected_time" };
const COUNTED_FROM = 0.8; // share of the longest length from which the characters left are shown

/** The field of `one`; where its block dispatches actions, Enter or each key sends its value, as the element asks. */
export function textField(one, send, block) {
  const input = one.multiline
    ? h("textarea", { class: "field", rows: 5 })
    : h("input", { class: "field", type: INPUT_TYPES[one.type] ?? "text" });
  input.value = one.initial_value ?? one.initial_date ?? one.initial_time ?? "";
  if (one.placeholder) input.setAttribute("placeholder", one.placeholder.text);
  if (one.max_length) input.setAttribute("maxlength", one.max_length);
  if (one.type === "number_input" && one.is_decimal_allowed) input.setAttribute("step", "any");
  const name = VALUE_NAMES[one.type] ?? "value";
  const tell = () => send(valueOf(input, name));
  const hint = block.dispatch_action && !VALUE_NAMES[one.type] ? dispatchKeys(input, one, tell) : null;
  if (VALUE_NAMES[one.type]) input.addEventListener("change", tell);
  const node = h("div", { class: "field-frame" }, input, hint, counter(input, one.max_length));
  node.readValue = () => valueOf(input, name);
  node.writeValue = (value) => (input.value = value[name] ?? "");
  node.minimum = one.min_length ?? 0;
  return node;
}

/** Send with the keys that `one` names; returns the hint that Slack shows where Enter is one of them. */
function dispatchKeys(input, one, tell) {
  const triggers = one.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  if (triggers.includes("on_character_entered")) input.addEventListener("input", tell);
  if (!triggers.includes("on_enter_pressed")) return null;
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    tell();
  });
  return h("div", { class: "input-hint" }, words().pressEnter);
}

function valueOf(input, name) {
  return { [name]: input.value === "" ? null : input.value };
}

function counter(input, longest) {
  if (!longest) return null;
  const node = h("span", { class: "field-count", hidden: true });
  input.addEventListener("input", () => {
    node.hidden = input.value.length < longest * COUNTED_FROM;
    node.textContent = words().charactersLeft(longest - input.value.length);
  });
  return node;
}
