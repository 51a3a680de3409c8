/**
 * Keeps a list of nodes equal to a list of rows, touching only what changed: scroll position, open menus, half-written
 * edits and the keyboard's focus survive an update of a neighbour.
 */

import { focusInside } from "./dom.js";

const shown = new WeakMap();

/**
 * Show `rows` inside `parent`, in order.
 *
 * A row is `{key, item, context, render}`: it is drawn anew only if its `item` is another object or its `context`
 * (a string) differs from when it was drawn last.
 */
export function reconcile(parent, rows) {
  const old = withoutStale(parent, new Set(rows.map((row) => row.key)));
  let next = parent.firstElementChild;
  for (const row of rows) {
    const before = old.get(row.key);
    const node = before && isCurrent(before, row) ? before : drawn(row);
    if (before && before !== node) {
      if (next === before) next = node;
      replaceKeepingFocus(before, node);
    }
    if (node === next) next = next.nextElementSibling;
    else parent.insertBefore(node, next);
  }
}

function withoutStale(parent, keys) {
  for (const node of [...parent.children]) {
    if (!keys.has(shown.get(node)?.key)) node.remove();
  }
  return new Map([...parent.children].map((node) => [shown.get(node).key, node]));
}

function isCurrent(node, row) {
  const last = shown.get(node);
  return last.item === row.item && last.context === row.context;
}

function drawn(row) {
  const node = row.render(row.item);
  shown.set(node, row);
  return node;
}

function replaceKeepingFocus(before, node) {
  const focused = focusInside(before);
  const name = focused?.dataset.focus;
  if (before.hasAttribute("tabindex")) node.setAttribute("tabindex", before.getAttribute("tabindex"));
  before.replaceWith(node);
  if (!focused) return;
  const twin = name && node.querySelector(`[data-focus="${CSS.escape(name)}"]`);
  (twin || node).focus({ preventScroll: true });
}
