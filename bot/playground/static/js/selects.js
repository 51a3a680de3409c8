/** Block Kit's choices: one of a list (a select) or some of a short list (radio buttons, checkboxes). */

import { h } from "./dom.js";
import { textObject } from "./mrkdwn.js";
import { channelTitle, userName } from "./names.js";
import { state } from "./store.js";
import { words } from "./words.js";

let groups = 0;

/** What Slack sends for one chosen option. */
export function pickedOption(option) {
  return { selected_option: option };
}

/** What Slack sends for several chosen options. */
export function pickedOptions(options) {
  return { selected_options: options };
}

/** A list to pick one from: the element's own options, the workspace's people, or its channels. */
export function select(one, send) {
  const options = optionsOf(one);
  const flat = options.flatMap((entry) => entry.options ?? [entry]);
  const node = h("select", { class: "select", "aria-label": one.placeholder?.text ?? words().choose });
  const chosen = one.initial_option?.value ?? one.initial_user ?? one.initial_conversation ?? one.initial_channel ?? "";
  node.append(h("option", { value: "", disabled: true, selected: !chosen }, one.placeholder?.text ?? words().choose));
  node.append(...options.map((entry) => (entry.options ? optionGroup(entry, chosen) : optionNode(entry, chosen))));
  node.readValue = () => outcome(one.type, flat.find((option) => option.value === node.value) ?? null);
  node.writeValue = ({ type: _, ...value }) => (node.value = idIn(Object.values(value)[0]));
  node.addEventListener("change", () => send(node.readValue()));
  return node;
}

/** Radio buttons or checkboxes; `onChange(option, all)` gets what changed and everything that is chosen. */
export function choices(one, kind, onChange) {
  const name = `choice-${++groups}`;
  const initial = new Set((one.initial_options ?? [one.initial_option]).filter(Boolean).map(({ value }) => value));
  const rows = one.options.map((option) => [choice(kind, name, initial.has(option.value)), option]);
  const chosen = () => rows.filter(([box]) => box.checked).map(([, option]) => option);
  for (const [box, option] of rows) box.addEventListener("change", () => onChange(option, chosen()));
  const node = h("div", { class: "choices", role: kind === "radio" ? "radiogroup" : "group" });
  node.append(...rows.map(([box, option]) => labelled(box, option)));
  node.readValue = () => (kind === "radio" ? pickedOption(chosen()[0] ?? null) : pickedOptions(chosen()));
  node.writeValue = (value) => {
    const wanted = new Set(
      (value.selected_options ?? [value.selected_option]).filter(Boolean).map((option) => option.value),
    );
    for (const [box, option] of rows) box.checked = wanted.has(option.value);
  };
  return node;
}

function choice(kind, name, checked) {
  return h("input", { type: kind, name, checked });
}

function labelled(box, { text, description }) {
  const about = description ? h("span", { class: "choice-about" }, ...textObject(description)) : null;
  return h("label", { class: "choice" }, box, h("span", {}, h("span", {}, ...textObject(text)), about));
}

function optionsOf(one) {
  const { users, channels } = state();
  const named = (value, text) => ({ value, text: { type: "plain_text", text } });
  if (one.type === "users_select") return Object.keys(users).map((id) => named(id, userName(state(), id)));
  if (one.type === "channels_select" || one.type === "conversations_select") {
    return channels.map((channel) => named(channel.id, channelTitle(state(), channel)));
  }
  return one.option_groups?.map(({ label, options }) => ({ label, options })) ?? one.options ?? [];
}

function outcome(type, option) {
  if (type === "users_select") return { selected_user: option?.value ?? null };
  if (type === "channels_select") return { selected_channel: option?.value ?? null };
  if (type === "conversations_select") return { selected_conversation: option?.value ?? null };
  return pickedOption(option);
}

function idIn(chosen) {
  return chosen?.value ?? chosen ?? "";
}

function optionGroup({ label, options }, chosen) {
  return h("optgroup", { label: label.text }, ...options.map((option) => optionNode(option, chosen)));
}

function optionNode({ value, text }, chosen) {
  return h("option", { value, selected: value === chosen }, text.text);
}
