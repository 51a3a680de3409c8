/** The delivery log: what the playground sent to the bot, what came back, and at which attempt. */

import { iconButton } from "./buttons.js";
import { exactTime } from "./clock.js";
import { h, replaceChildren } from "./dom.js";
import { icon } from "./icons.js";
import { reconcile } from "./list.js";
import { language, words } from "./words.js";

/** The panel; `show(state)` draws it. */
export function mountDeliveries({ close }) {
  const head = h("header", { class: "pane-head" });
  const list = h("div", { class: "deliveries-list" });
  const node = h("section", { class: "deliveries" }, head, list);
  let shownLanguage = "";

  function show(state) {
    if (shownLanguage !== language()) {
      shownLanguage = language();
      node.setAttribute("aria-label", words().deliveries);
      replaceChildren(head, ...headParts(close));
    }
    reconcile(list, state.deliveries.length ? state.deliveries.map(row) : [emptyRow()]);
  }

  return { node, show };
}

/** Whether the bot took what was sent: an HTTP status of 2xx. */
function isDelivered({ status }) {
  return /^2\d\d$/.test(String(status)) || status === "ok";
}

function headParts(close) {
  return [
    h(
      "div",
      { class: "pane-heading" },
      h("h2", { class: "pane-title" }, words().deliveries),
      h("span", { class: "pane-about" }, words().deliveriesHint),
    ),
    iconButton("close", words().close, close),
  ];
}

function row(delivery) {
  const key = `${delivery.id} ${delivery.attempt}`;
  return { key, item: delivery, context: language(), render: () => line(delivery) };
}

function line(delivery) {
  const { at, event, status, attempt, elapsed_ms: elapsed } = delivery;
  const isGood = isDelivered(delivery);
  return h(
    "div",
    { class: isGood ? "delivery" : "delivery is-failed" },
    h(
      "span",
      { class: "delivery-mark", role: "img", "aria-label": isGood ? words().delivered : words().failed },
      icon(isGood ? "check" : "warning", 16),
    ),
    h("span", { class: "delivery-event" }, String(event)),
    h("span", { class: "delivery-status" }, String(status)),
    h("span", { class: "delivery-about" }, about(at, attempt, elapsed)),
  );
}

function about(at, attempt, elapsed) {
  const parts = [exactTime(at), words().attempt(attempt ?? 1)];
  if (typeof elapsed === "number") parts.push(`${elapsed} ms`);
  return parts.join(" · ");
}

function emptyRow() {
  return {
    key: "empty",
    item: null,
    context: language(),
    render: () => h("p", { class: "pane-empty" }, words().noDeliveries),
  };
}
