/**
 * Small layers beside a button: menus, the emoji picker, the list of completions.
 *
 * The browser's own popover keeps them on top of everything (modals too) and closes them on Esc and outside clicks.
 */

import { h } from "./dom.js";

const GAP = 6; // pixels between button and layer, and to the window's edge

/** Show `content` beside `anchor`; returns a function that closes it. The focus goes back to `anchor`. */
export function popup(anchor, content, { onClose = () => {} } = {}) {
  const layer = h("div", { class: "popup", popover: "auto" }, content);
  const host = anchor.closest("dialog") ?? document.body;
  host.append(layer);
  layer.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    const hadFocus = layer.contains(document.activeElement) || document.activeElement === document.body;
    layer.remove();
    anchor.setAttribute("aria-expanded", "false");
    if (hadFocus) anchor.focus({ preventScroll: true });
    onClose();
  });
  layer.showPopover();
  anchor.setAttribute("aria-expanded", "true");
  placeBeside(layer, anchor);
  return () => layer.isConnected && layer.hidePopover();
}

/**
 * Show a menu beside `anchor`.
 *
 * An item is `{label, run, hint?, icon?, danger?, checked?}`, or null for a line between groups. Arrow keys, Home, End
 * and first letters move; Enter runs.
 */
export function menu(anchor, items, { label } = {}) {
  const list = h("div", { class: "menu", role: "menu", "aria-label": label });
  const close = popup(anchor, list);
  list.append(
    ...items.map((item) => (item ? menuItem(item, close) : h("div", { class: "menu-line", role: "separator" }))),
  );
  moveWithKeys(list, "[role^=menuitem]");
  list.querySelector("[aria-checked=true], [role^=menuitem]").focus();
  placeBeside(list.parentElement, anchor);
}

/** Let arrow keys, Home, End and first letters move the focus between the `selector` elements of `list`. */
export function moveWithKeys(list, selector, { columns = () => 1 } = {}) {
  list.addEventListener("keydown", (event) => {
    const items = [...list.querySelectorAll(selector)];
    const at = items.indexOf(document.activeElement);
    const target = items[nextIndex(event.key, at, items, columns())];
    if (!target || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    target.focus();
  });
}

function nextIndex(key, at, items, columns) {
  const steps = { ArrowDown: columns, ArrowUp: -columns, ...(columns > 1 ? { ArrowRight: 1, ArrowLeft: -1 } : {}) };
  if (key in steps) return columns > 1 ? at + steps[key] : (at + steps[key] + items.length) % items.length;
  if (key === "Home") return 0;
  if (key === "End") return items.length - 1;
  if (key.length !== 1 || columns > 1) return -1;
  const after = items.findIndex((item, index) => index > at && startsWith(item, key));
  return after >= 0 ? after : items.findIndex((item) => startsWith(item, key));
}

function startsWith(item, key) {
  return item.textContent.trim().toLowerCase().startsWith(key.toLowerCase());
}

function menuItem({ label, run, hint, icon, danger, checked }, close) {
  const item = h(
    "button",
    {
      class: danger ? "menu-item danger" : "menu-item",
      type: "button",
      role: checked === undefined ? "menuitem" : "menuitemradio",
      "aria-checked": checked,
    },
    icon ? h("span", { class: "menu-icon" }, icon) : null,
    h("span", { class: "menu-label" }, label),
    hint ? h("span", { class: "menu-hint" }, hint) : null,
  );
  item.addEventListener("click", () => {
    close();
    run();
  });
  return item;
}

function placeBeside(layer, anchor) {
  const around = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = layer;
  const fitsBelow = around.bottom + GAP + height <= window.innerHeight - GAP;
  const top = fitsBelow || around.top < height + 2 * GAP ? around.bottom + GAP : around.top - GAP - height;
  const left = around.left + width <= window.innerWidth - GAP ? around.left : around.right - width;
  layer.style.setProperty("--top", `${clamp(top, GAP, window.innerHeight - height - GAP)}px`);
  layer.style.setProperty("--left", `${clamp(left, GAP, window.innerWidth - width - GAP)}px`);
}

function clamp(value, lowest, highest) {
  return Math.max(lowest, Math.min(value, highest));
}
