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

/** The field of `one`; leaving it changed, or Enter in a single line, sends its value. */
export function textField(one, send) {
  const input = one.multiline
    ? h("textarea", { class: "field", rows: 5 })
    : h("input", { class: "field", type: INPUT_TYPES[one.type] ?? "text" });
  input.value = one.initial_value ?? one.initial_date ?? one.initial_time ?? "";
  if (one.placeholder) input.setAttribute("placeholder", one.placeholder.text);
  if (one.max_length) input.setAttribute("maxlength", one.max_length);
  if (one.type === "number_input" && one.is_decimal_allowed) input.setAttribute("step", "any");
  const name = VALUE_NAMES[one.type] ?? "value";
  input.addEventListener("change", () => send(valueOf(input, name)));
  const node = h("div", { class: "field-frame" }, input, counter(input, one.max_length));
  node.readValue = () => valueOf(input, name);
  node.writeValue = (value) => (input.value = value[name] ?? "");
  node.minimum = one.min_length ?? 0;
  return node;
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
