/** A menu whose options come from the app while one types: `external_select`. */

import { h, replaceChildren } from "./dom.js";
import { plainNodes } from "./inline.js";
import { words } from "./words.js";

const LEAST_TYPED = 3; // characters, where the element names no number; Slack's own default
const PAUSE = 200; // milliseconds without a key before the app is asked

let lists = 0;

/** The field and the list below it; `surface.suggest` asks the app. */
export function searchedSelect(one, send, block, surface) {
  const id = `options-${++lists}`;
  const least = one.min_query_length ?? LEAST_TYPED;
  const placeholder = one.placeholder?.text ?? words().typeToSearch;
  const input = h("input", { class: "field", type: "text", role: "combobox", autocomplete: "off", placeholder });
  const list = h("div", { class: "searched-list", role: "listbox", id, hidden: true });
  const node = h("div", { class: "searched" }, input, list);
  let chosen = one.initial_option ?? null;
  let open = { options: [], at: -1 };
  let asked = 0;

  input.setAttribute("aria-controls", id);
  input.setAttribute("aria-autocomplete", "list");
  const show = () => (input.value = chosen?.text.text ?? "");
  const close = () => {
    open = { options: [], at: -1 };
    asked++; // an answer that is still on its way comes too late
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    const isNew = option?.value !== chosen?.value;
    chosen = option;
    close();
    show();
    if (isNew) send(node.readValue());
  };
  const draw = () => {
    const rows = open.options.map((option, index) => row(option, `${id}-${index}`, index === open.at, choose));
    replaceChildren(list, ...(rows.length ? rows : [h("div", { class: "searched-none" }, words().nothingFound)]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (open.at >= 0) input.setAttribute("aria-activedescendant", `${id}-${open.at}`);
    list.children[Math.max(open.at, 0)].scrollIntoView({ block: "nearest" });
  };
  const ask = async () => {
    const typed = input.value.trim();
    const turn = ++asked;
    if (typed.length < least) return close();
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (turn !== asked) return undefined;
    const options = await surface.suggest({ block_id: block.block_id, action_id: one.action_id, value: typed });
    if (turn !== asked) return undefined;
    open = { options, at: options.length ? 0 : -1 };
    return draw();
  };
  input.addEventListener("input", ask);
  input.addEventListener("focus", () => (least === 0 ? ask() : input.select()));
  input.addEventListener("blur", () => (input.value.trim() ? show() : choose(null), close()));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (list.hidden || event.isComposing) return;
    if (step && open.options.length) {
      open.at = (open.at + step + open.options.length) % open.options.length;
      draw();
    } else if (event.key === "Enter" && open.at >= 0) choose(open.options[open.at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  node.readValue = () => ({ selected_option: chosen });
  node.writeValue = (value) => {
    chosen = value.selected_option ?? null;
    show();
  };
  show();
  return node;
}

function row(option, id, isActive, choose) {
  const about = option.description ? h("span", { class: "choice-about" }, option.description.text) : null;
  const node = h(
    "div",
    { class: "searched-row", role: "option", id, "aria-selected": isActive },
    h("span", {}, ...plainNodes(option.text.text)),
    about,
  );
  node.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the field keeps the focus
    choose(option);
  });
  return node;
}
