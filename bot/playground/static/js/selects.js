/** Block Kit's menus: one of a list (a select, radio buttons) or several of it (checkboxes). */

import { h } from "./dom.js";
import { textObject } from "./mrkdwn.js";
import { channelTitle, userName } from "./names.js";
import { state } from "./store.js";
import { words } from "./words.js";

/** Element type -> where its value stands in a payload, and in its definition; the others hold options. */
const FIELDS = {
  users_select: ["selected_user", "initial_user"],
  channels_select: ["selected_channel", "initial_channel"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
};
const ONE_OPTION = ["selected_option", "initial_option"];
const SEVERAL_OPTIONS = ["selected_options", "initial_options"];
const LONG_LIST = 12; // options from which a list of boxes scrolls

let groups = 0;

/** A list to pick one from: the element's own options, the workspace's people, or its channels. */
export function select(one, send, block) {
  const options = optionsOf(one);
  const flat = options.flatMap((entry) => entry.options ?? [entry]);
  const placeholder = one.placeholder?.text ?? words().choose;
  const [name, initial] = FIELDS[one.type] ?? ONE_OPTION;
  const chosen = valueOf(one[initial]) ?? currentPlace(one) ?? "";
  const node = h("select", { class: "select", "aria-label": placeholder });
  node.append(h("option", { value: "", disabled: !block.optional, selected: !chosen }, placeholder));
  node.append(...options.map((entry) => (entry.options ? optionGroup(entry, chosen) : optionNode(entry, chosen))));
  node.readValue = () => {
    const option = flat.find(({ value }) => value === node.value) ?? null;
    return { [name]: FIELDS[one.type] ? (option?.value ?? null) : option };
  };
  node.writeValue = (value) => (node.value = valueOf(value[name]) ?? "");
  node.addEventListener("change", () => send(node.readValue()));
  return node;
}

/** Radio buttons or checkboxes for all options at once. */
export function choices(one, send) {
  const isSingle = one.type === "radio_buttons";
  const [field, initial] = FIELDS[one.type] ?? (isSingle ? ONE_OPTION : SEVERAL_OPTIONS);
  const name = `choice-${++groups}`;
  const options = optionsOf(one).flatMap((entry) => entry.options ?? [entry]);
  const rows = options.map((option) => [h("input", { type: isSingle ? "radio" : "checkbox", name }), option]);
  const node = h("div", { class: "choices", role: isSingle ? "radiogroup" : "group" });
  node.classList.toggle("choices-long", rows.length > LONG_LIST);
  node.append(...rows.map(([box, option]) => labelled(box, option)));
  node.readValue = () => {
    const chosen = rows.filter(([box]) => box.checked).map(([, option]) => (FIELDS[one.type] ? option.value : option));
    return { [field]: isSingle ? (chosen[0] ?? null) : chosen };
  };
  const check = (value) => {
    const wanted = new Set([value ?? []].flat().map(valueOf));
    for (const [box, option] of rows) box.checked = wanted.has(option.value);
  };
  node.writeValue = (value) => check(value[field]);
  for (const [box] of rows) box.addEventListener("change", () => send(node.readValue()));
  check(one[initial]);
  return node;
}

function labelled(box, { text, description }) {
  const about = description ? h("span", { class: "choice-about" }, ...textObject(description)) : null;
  return h("label", { class: "choice" }, box, h("span", {}, h("span", {}, ...textObject(text)), about));
}

function optionsOf(one) {
  const { users, channels } = state();
  const named = (value, text) => ({ value, text: { type: "plain_text", text } });
  if (one.type.endsWith("users_select")) return Object.keys(users).map((id) => named(id, userName(state(), id)));
  if (one.type.endsWith("channels_select") || one.type.endsWith("conversations_select")) {
    return channels
      .filter((channel) => isOffered(one, channel))
      .map((channel) => named(channel.id, channelTitle(state(), channel)));
  }
  return one.option_groups?.map(({ label, options }) => ({ label, options })) ?? one.options ?? [];
}

/** A list of channels has no direct messages; one of conversations has what its filter lets through. */
function isOffered({ type, filter }, channel) {
  if (type.endsWith("channels_select")) return !channel.is_im;
  if (channel.is_im && filter?.exclude_bot_users) return false;
  return filter?.include?.includes(channel.is_im ? "im" : "public") ?? true;
}

function currentPlace({ default_to_current_conversation: isWanted }) {
  return isWanted ? state().place.channel : null;
}

/** An option's value, or an id as it is. */
function valueOf(chosen) {
  return chosen?.value ?? chosen;
}

function optionGroup({ label, options }, chosen) {
  return h("optgroup", { label: label.text }, ...options.map((option) => optionNode(option, chosen)));
}

function optionNode({ value, text }, chosen) {
  return h("option", { value, selected: value === chosen }, text.text);
}
