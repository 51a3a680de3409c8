/** A list of messages with day dividers: keeps its place, follows what is new, moves with arrow keys. */

import { dayKey, dayName } from "./clock.js";
import { focusInside, h } from "./dom.js";
import { beginEditing, editKey } from "./edit.js";
import { icon } from "./icons.js";
import { reconcile } from "./list.js";
import { messageRow } from "./message.js";
import { toggleReaction } from "./operations.js";
import { pickEmoji } from "./picker.js";
import { isByBot, isReply } from "./selectors.js";
import { state as currentState } from "./store.js";
import { isOwn, openThread } from "./toolbar.js";
import { language, words } from "./words.js";

const GROUPED_WITHIN = 300; // seconds between two messages of one author that share a name
const AT_END = 80; // pixels from the end that still count as being there

/** A scrolling list; `show(state, messages, options)` draws it, `toEnd()` scrolls down. */
export function messageList({ inThread }) {
  const rows = h("div", { class: "message-rows" });
  const jump = h("button", { class: "jump", type: "button", hidden: true }, words().newMessages, icon("down", 16));
  const scroller = h("div", { class: "scroller", tabindex: "-1" }, rows);
  const node = h("div", { class: "message-list" }, scroller, jump);
  let lastTs = null;
  let wasAtEnd = true;

  const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < AT_END;
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
    jump.hidden = true;
  };
  jump.addEventListener("click", toEnd);
  scroller.addEventListener("keydown", (event) => onKey(event, rows, inThread));
  scroller.addEventListener("scroll", () => {
    wasAtEnd = isAtEnd();
    if (wasAtEnd) jump.hidden = true;
  });
  const resized = new ResizeObserver(() => wasAtEnd && toEnd());
  resized.observe(scroller);
  resized.observe(rows);

  function show(state, messages, { repliesOf = () => [], lead = null } = {}) {
    reconcile(rows, rowsFor(state, messages, repliesOf, inThread, lead));
    keepOneTabStop(rows);
    const last = messages.at(-1);
    const isNew = last && last.ts !== lastTs;
    if (!last) jump.hidden = true;
    lastTs = last?.ts ?? null;
    if (isNew && (wasAtEnd || last.user === state.me)) reveal(scroller, rows, messages.length);
    else if (isNew) jump.hidden = false;
    wasAtEnd = isAtEnd();
    jump.firstChild.textContent = words().newMessages;
  }

  function reset() {
    rows.replaceChildren();
    lastTs = null;
    wasAtEnd = true;
    jump.hidden = true;
  }

  return { node, show, toEnd, reset };
}

/** Scroll to the newest message: to its beginning if it is higher than the view, to the top if it answers first. */
function reveal(scroller, rows, count) {
  const last = rows.lastElementChild;
  const isHigh = last.offsetHeight > scroller.clientHeight - 160;
  if (!isHigh) scroller.scrollTop = scroller.scrollHeight;
  else scroller.scrollTop = count > 2 ? last.offsetTop - 12 : 0;
}

function rowsFor(state, messages, repliesOf, inThread, lead) {
  const rows = lead ? [lead] : [];
  let before = null;
  for (const message of messages) {
    const isNewDay = !before || dayKey(before.ts) !== dayKey(message.ts);
    if (isNewDay && !inThread) rows.push(dayRow(message));
    const isGrouped = !isNewDay && isContinued(state, before, message);
    const replies = repliesOf(message);
    const isEdited = state.editing === editKey(message, inThread);
    rows.push({
      key: message.ts,
      item: message,
      context: [language(), state.me, isGrouped, isEdited, replies.length, replies.at(-1)?.ts].join(" "),
      render: () => messageRow(currentState(), message, { isGrouped, replies, inThread }),
    });
    before = message;
  }
  return rows;
}

function dayRow(message) {
  const name = dayName(message.ts);
  const render = () => h("div", { class: "day", role: "separator", "aria-label": name }, h("span", {}, name));
  return { key: `day ${dayKey(message.ts)}`, item: null, context: name, render };
}

function isContinued(state, before, message) {
  const isSameAuthor = before.user === message.user && before.bot_id === message.bot_id;
  const isSoon = Number(message.ts) - Number(before.ts) < GROUPED_WITHIN;
  const isPlain =
    !isByBot(state, message) && !message.is_ephemeral && !before.is_ephemeral && !before.subtype && !before.deleted;
  return isSameAuthor && isSoon && isPlain && isReply(before) === isReply(message);
}

/** Tab comes to the newest message, or back to the one that was left last while the list has the focus. */
function keepOneTabStop(rows) {
  const messages = [...rows.querySelectorAll(":scope > .message")];
  const current = messages.find((message) => message.tabIndex === 0);
  const stop = current && focusInside(rows) ? current : messages.at(-1);
  for (const message of messages) message.tabIndex = message === stop ? 0 : -1;
}

function onKey(event, rows, inThread) {
  const row = event.target.closest(".message");
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && event.target === row) moveTo(event, rows, row, step);
  else if (event.target === row) onLetter(event, row, inThread);
  else if (event.key === "Escape") row.focus();
}

function moveTo(event, rows, row, step) {
  const messages = [...rows.querySelectorAll(":scope > .message")];
  const next = messages[messages.indexOf(row) + step];
  if (!next) return;
  event.preventDefault();
  row.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function onLetter(event, row, inThread) {
  const state = currentState();
  const message = (state.messages[state.place.channel] ?? []).find(({ ts }) => ts === row.dataset.ts);
  const keys = {
    t: () => !inThread && openThread(message),
    Enter: () => !inThread && openThread(message),
    r: () => pickEmoji(row, (name) => toggleReaction(message, name)),
    e: () => isOwn(state, message) && beginEditing(message, inThread),
  };
  if (!message || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
}
