/** Holds the page's one state object and tells the parts of the page when there is a new one. */

import { emptyState } from "./state.js";

const watchers = [];
let current = emptyState();
let scheduled = false;

/** The state as it is now; never change it in place. */
export function state() {
  return current;
}

/** Replace the state by `change(state)`; several changes in a row are drawn once. */
export function update(change) {
  current = change(current);
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(draw);
}

/** Call `watcher(state)` after every change. */
export function watch(watcher) {
  watchers.push(watcher);
}

function draw() {
  scheduled = false;
  for (const watcher of watchers) watcher(current);
}
