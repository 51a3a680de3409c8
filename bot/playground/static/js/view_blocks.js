/** The blocks of a modal or a home: what is filled in, the focus and the place survive when the app updates the view. */

import { renderBlocks } from "./blocks.js";
import { focusInside, replaceChildren } from "./dom.js";
import { FormValues } from "./inputs.js";
import { act, suggest } from "./operations.js";

/**
 * Draw the blocks of `view` inside `node`, which scrolls in `scroller`; `before` is what the last call for this node has
 * returned, null at first.
 *
 * Returns `{id, values, isFocused}`: the view's id, its `FormValues`, and whether the focus is where it was.
 */
export function drawBlocks(node, view, before, scroller = node) {
  const isSame = before?.id === view.id;
  const kept = isSame ? before.values.read() : (view.state?.values ?? {});
  const mark = isSame ? markOf(node) : null;
  const values = new FormValues();
  const surface = {
    values,
    act: (action) => act({ view_id: view.id, action, values: values.read() }),
    suggest: (menu) => suggest({ view_id: view.id, ...menu }),
  };
  const top = isSame ? scroller.scrollTop : 0;
  replaceChildren(node, ...renderBlocks(view.blocks, surface));
  values.write(kept);
  const isFocused = mark ? restoreFocus(node, mark) : false;
  scroller.scrollTop = top;
  return { id: view.id, values, isFocused };
}

/** Where the keyboard is: the name of the field, and the caret if it has one. */
function markOf(node) {
  const focused = focusInside(node);
  const name = focused?.closest("[data-focus]")?.dataset.focus;
  return name ? { name, start: caret(focused, "selectionStart"), end: caret(focused, "selectionEnd") } : null;
}

function restoreFocus(node, { name, start, end }) {
  const place = node.querySelector(`[data-focus="${CSS.escape(name)}"]`);
  const target = place?.querySelector("input, textarea, select") ?? place;
  target?.focus({ preventScroll: true });
  if (target && start !== null && caret(target, "selectionStart") !== null) target.setSelectionRange(start, end);
  return Boolean(target);
}

/** Buttons, dates and the like have no caret; asking some of them for it gives null, others have no such property. */
function caret(field, side) {
  return field[side] ?? null;
}
