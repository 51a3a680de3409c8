/** Completes while one types: `/` commands, `@` people, `:` emoji. Arrows move, Enter or Tab takes, Esc closes. */

import { h, replaceChildren } from "./dom.js";
import { avatar } from "./avatar.js";
import { searchEmoji } from "./emoji.js";
import { icon } from "./icons.js";
import { listed, userName } from "./names.js";
import { state } from "./store.js";
import { words } from "./words.js";

const LONGEST_LIST = 8;
let lists = 0;

/** Watch `field`; `node` is the list, or what the command in the field takes; `onKey(event)` says whether it used a key. */
export function completeIn(field, { withCommands }) {
  const id = `completion-${++lists}`;
  const title = h("div", { class: "completion-title" });
  const list = h("div", { class: "completion-list", role: "listbox", id });
  const node = h("div", { class: "completion", hidden: true }, title, list);
  let open = { options: [], at: 0, from: 0 };
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", id);

  const close = () => {
    open = { options: [], at: 0, from: 0 };
    node.hidden = true;
    field.removeAttribute("aria-activedescendant");
  };
  const take = (option) => {
    field.setRangeText(option.text, open.from, field.selectionStart, "end");
    close();
    field.focus();
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const draw = () => {
    replaceChildren(
      list,
      ...open.options.map((option, index) => row(option, `${id}-${index}`, index === open.at, () => take(option))),
    );
    field.setAttribute("aria-activedescendant", `${id}-${open.at}`);
    list.children[open.at].scrollIntoView({ block: "nearest" });
  };
  const look = () => {
    const found = suggestions(field.value.slice(0, field.selectionStart), withCommands);
    if (!found?.options.length) return withCommands ? explain(field.value) : close();
    open = { ...found, at: 0 };
    title.textContent = found.title;
    list.setAttribute("aria-label", found.title);
    node.hidden = false;
    return draw();
  };
  const explain = (text) => {
    close();
    const command = state().commands.find(({ command: name }) => text.startsWith(`${name} `));
    if (!command) return;
    title.textContent = [command.command, command.usage_hint, command.description].filter(Boolean).join(" · ");
    replaceChildren(list);
    node.hidden = false;
  };
  field.addEventListener("input", look);
  field.addEventListener("blur", close);

  function onKey(event) {
    if (!open.options.length || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      open.at = (open.at + step + open.options.length) % open.options.length;
      draw();
    } else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") take(open.options[open.at]);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { node, onKey };
}

function suggestions(before, withCommands) {
  const command = withCommands && /^\/[\w-]*$/.exec(before);
  if (command) return { title: words().commands, from: 0, options: commands(command[0]) };
  const mention = /(?:^|\s)@([\p{L}\p{N}_.-]*)$/u.exec(before);
  if (mention)
    return { title: words().people, from: before.length - mention[1].length - 1, options: people(mention[1]) };
  const emoji = /(?:^|\s):([a-z0-9_+-]{2,})$/.exec(before);
  if (emoji) return { title: words().emojis, from: before.length - emoji[1].length - 1, options: emojis(emoji[1]) };
  return null;
}

function commands(typed) {
  return state()
    .commands.filter(({ command }) => command.startsWith(typed))
    .map(({ command, description, usage_hint: usage }) => ({
      text: `${command} `,
      picture: icon("slash", 18),
      label: `${command} ${usage ?? ""}`.trim(),
      about: description,
    }));
}

function people(typed) {
  const { users, groups, bot } = state();
  const isMeant = (name) => name?.toLowerCase().startsWith(typed.toLowerCase());
  const isFirst = ({ id }) => Number(id === bot?.user_id);
  const found = Object.values(users)
    .filter((user) => isMeant(user.name) || isMeant(user.real_name))
    .sort((one, other) => isFirst(other) - isFirst(one))
    .map(({ id, name }) => ({
      text: `@${userName(state(), id)} `,
      picture: avatar(state(), id, 24),
      label: userName(state(), id),
      about: id === bot?.user_id ? words().app : name,
    }));
  return [...found, ...Object.values(groups).filter(({ handle }) => isMeant(handle)).map(groupOption)].slice(
    0,
    LONGEST_LIST,
  );
}

function groupOption({ handle, users }) {
  const about = listed(users.map((id) => userName(state(), id)));
  return { text: `@${handle} `, picture: icon("at", 18), label: `@${handle}`, about };
}

function emojis(typed) {
  return searchEmoji(typed)
    .slice(0, LONGEST_LIST)
    .map(([name, character]) => ({ text: `${character} `, picture: character, label: `:${name}:`, about: "" }));
}

function row({ picture, label, about }, id, isActive, take) {
  const node = h(
    "div",
    { class: "completion-row", role: "option", id, "aria-selected": isActive },
    h("span", { class: "completion-picture" }, picture),
    h("span", { class: "completion-label" }, label),
    h("span", { class: "completion-about" }, about),
  );
  node.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the field keeps the focus
    take();
  });
  return node;
}
