/** The emoji picker: search, a grid by groups, skin tones; arrow keys move, Enter picks. */

import { h, replaceChildren } from "./dom.js";
import { glyph, searchEmoji, setSkinTone, SKIN_TONES, skinTone, withSkinTone } from "./emoji.js";
import { EMOJI_GROUPS } from "./emoji_data.js";
import { moveWithKeys, popup } from "./popup.js";
import { words } from "./words.js";

/** Let a person pick an emoji beside `anchor`; `onPick` gets its name, skin tone included. */
export function pickEmoji(anchor, onPick) {
  const search = h("input", {
    class: "field",
    type: "search",
    placeholder: words().searchEmoji,
    "aria-label": words().searchEmoji,
  });
  const grid = h("div", { class: "picker-grid" });
  const caption = h("span", { class: "picker-caption", "aria-hidden": true });
  const node = h("div", { class: "picker", role: "dialog", "aria-label": words().pickEmoji }, search, grid);
  node.append(
    h(
      "div",
      { class: "picker-foot" },
      caption,
      toneRow(() => draw()),
    ),
  );
  const close = popup(anchor, node);

  const pick = (name) => {
    close();
    onPick(withSkinTone(name));
  };
  const draw = () => drawGrid(grid, search.value, pick);
  search.addEventListener("input", draw);
  search.addEventListener("keydown", (event) => {
    const first = grid.querySelector("button");
    if (!first || !["Enter", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    if (event.key === "Enter") first.click();
    else first.focus();
  });
  grid.addEventListener("keydown", (event) => {
    const isFirstRow = [...grid.querySelectorAll("button")].indexOf(document.activeElement) < columnsOf(grid);
    if (event.key !== "ArrowUp" || !isFirstRow) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    search.focus();
  });
  moveWithKeys(grid, "button", { columns: () => columnsOf(grid) });
  for (const kind of ["focusin", "pointerover"]) {
    grid.addEventListener(kind, ({ target }) => (caption.textContent = target.closest("button")?.title ?? ""));
  }
  draw();
  search.focus();
}

function drawGrid(grid, typed, pick) {
  if (typed.trim()) {
    const found = searchEmoji(typed);
    const none = h("p", { class: "picker-none" }, words().noEmoji);
    replaceChildren(grid, found.length ? emojiGroup(null, found, pick) : none);
    return;
  }
  const groups = Object.entries(EMOJI_GROUPS);
  replaceChildren(grid, ...groups.map(([key, list]) => emojiGroup(words().emojiGroups[key], list, pick)));
}

function emojiGroup(title, list, pick) {
  const buttons = list.map(([name]) =>
    h(
      "button",
      {
        class: "picker-emoji",
        type: "button",
        title: `:${name}:`,
        "aria-label": name.replaceAll("_", " "),
        onclick: () => pick(name),
      },
      glyph(withSkinTone(name)),
    ),
  );
  return h(
    "div",
    {},
    title ? h("div", { class: "picker-title" }, title) : null,
    h("div", { class: "picker-group" }, ...buttons),
  );
}

function toneRow(redraw) {
  const buttons = SKIN_TONES.map((tone, index) =>
    h(
      "button",
      {
        class: "picker-tone",
        type: "button",
        role: "radio",
        "aria-checked": skinTone() === tone,
        "aria-label": words().skinTones[index],
      },
      glyph(withSkinTone("+1", tone)),
    ),
  );
  buttons.forEach((button, index) =>
    button.addEventListener("click", () => {
      setSkinTone(SKIN_TONES[index]);
      buttons.forEach((other) => other.setAttribute("aria-checked", String(other === button)));
      redraw();
    }),
  );
  return h("div", { class: "picker-tones", role: "radiogroup", "aria-label": words().skinTone }, ...buttons);
}

function columnsOf(grid) {
  const group = grid.querySelector(".picker-group");
  if (!group) return 1;
  return getComputedStyle(group).gridTemplateColumns.split(" ").length;
}
