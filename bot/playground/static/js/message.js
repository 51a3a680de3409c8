/** One message: who, when, what, its files, reactions, and the way into its thread. */

import { avatar } from "./avatar.js";
import { renderBlocks } from "./blocks.js";
import { dayKey, dayName, fullTime, timeOfDay } from "./clock.js";
import { h } from "./dom.js";
import { editKey, editor } from "./edit.js";
import { fileCard } from "./files.js";
import { folded } from "./fold.js";
import { icon } from "./icons.js";
import { plainText } from "./inline.js";
import { userMention } from "./mention.js";
import { mrkdwn } from "./mrkdwn.js";
import { authorName } from "./names.js";
import { act, dismiss, suggest } from "./operations.js";
import { goTo } from "./place.js";
import { reactionBar } from "./reactions.js";
import { callsMe, isByBot } from "./selectors.js";
import { toolbar } from "./toolbar.js";
import { words } from "./words.js";

const SYSTEM = new Set(["channel_join", "channel_leave", "channel_topic"]);

/**
 * The row of `message`.
 *
 * `isGrouped` leaves avatar and name out, `replies` are those of its thread, `inThread` says that the thread itself is
 * what one looks at.
 */
export function messageRow(state, message, { isGrouped, replies, inThread }) {
  if (isTombstone(message)) return tombstone(state, message, replies, inThread);
  const isSystem = SYSTEM.has(message.subtype);
  const isEdited = state.editing === editKey(message, inThread);
  const classes = [
    "message",
    isGrouped && "grouped",
    message.is_ephemeral && "ephemeral",
    isSystem && "system",
    callsMe(state, message) && "calls-me",
  ];
  return h(
    "article",
    { class: classes.filter(Boolean).join(" "), tabindex: "-1", "data-ts": message.ts, "aria-label": summaryLine(state, message) },
    h("div", { class: "message-side" }, isGrouped ? sideTime(message) : avatar(state, authorId(state, message), 38)),
    h(
      "div",
      { class: "message-main" },
      message.is_ephemeral ? ephemeralMark(message) : null,
      isGrouped ? null : byline(state, message),
      isEdited ? editor(state, message) : content(state, message),
      (message.files ?? []).map(fileCard),
      reactionBar(state, message),
      !inThread && replies.length ? threadLink(state, message, replies) : null,
    ),
    message.is_ephemeral || isEdited || isSystem ? null : toolbar(state, message, { inThread }),
  );
}

/** Whether only a tombstone is left of `message`. */
function isTombstone({ deleted, subtype }) {
  return Boolean(deleted) || subtype === "tombstone";
}

/** What a screen reader says about `message` first. */
export function summaryLine(state, message) {
  const text = plainText(message.text ?? "").slice(0, 160);
  return words().says(authorName(state, message), `${text} ${timeOfDay(message.ts)}`);
}

function authorId(state, message) {
  return isByBot(state, message) ? state.bot.user_id : message.user;
}

function byline(state, message) {
  return h(
    "div",
    { class: "byline" },
    h("span", { class: "author" }, authorName(state, message)),
    isByBot(state, message) ? h("span", { class: "app-badge" }, words().app) : null,
    h("time", { class: "time", title: fullTime(message.ts) }, timeOfDay(message.ts)),
  );
}

function sideTime(message) {
  return h("time", { class: "side-time", title: fullTime(message.ts) }, timeOfDay(message.ts));
}

function ephemeralMark(message) {
  const close = h("button", { class: "text-button", type: "button", onclick: () => dismiss(message) }, words().dismiss);
  return h(
    "div",
    { class: "ephemeral-mark" },
    icon("eye", 14),
    words().onlyYou,
    h("span", { "aria-hidden": true }, "·"),
    close,
  );
}

function content(state, message) {
  const edited = message.edited
    ? h("span", { class: "edited", title: fullTime(message.edited.ts) }, words().edited)
    : null;
  if (!message.blocks?.length)
    return folded(h("div", { class: "message-text" }, ...mrkdwn(message.text ?? ""), edited));
  const place = { channel: message.channel, message_ts: message.ts };
  const surface = { act: (action) => act({ ...place, action }), suggest: (menu) => suggest({ ...place, ...menu }) };
  const blocks = renderBlocks(message.blocks, surface);
  if (!isByBot(state, message)) return folded(h("div", { class: "message-text" }, ...blocks, edited));
  return h("div", { class: "card" }, ...blocks, edited);
}

function threadLink(state, message, replies) {
  const people = [...new Set(replies.map((reply) => authorId(state, reply)))].slice(0, 4);
  const last = replies.at(-1);
  const when = dayKey(last.ts) === dayKey(Date.now() / 1000) ? timeOfDay(last.ts) : dayName(last.ts);
  return h(
    "button",
    { class: "thread-link", type: "button", "data-focus": "thread", onclick: () => goTo(message.channel, message.ts) },
    h("span", { class: "thread-people" }, ...people.map((id) => avatar(state, id, 24))),
    h("span", { class: "thread-count" }, countLine(replies)),
    replies.some((reply) => callsMe(state, reply)) ? userMention(state.me) : null,
    h("span", { class: "thread-last" }, words().lastReply(when)),
    h("span", { class: "thread-view", "aria-hidden": true }, words().viewThread),
  );
}

/** Everybody's replies are counted; where there are only private ones, that is what it says. */
function countLine(replies) {
  const shared = replies.filter((reply) => !reply.is_ephemeral);
  return shared.length ? words().replies(shared.length) : words().onlyYou;
}

function tombstone(state, message, replies, inThread) {
  return h(
    "article",
    { class: "message tombstone", tabindex: "-1", "data-ts": message.ts },
    h("div", { class: "message-side" }, h("span", { class: "tombstone-mark" }, icon("trash", 18))),
    h(
      "div",
      { class: "message-main" },
      h("div", { class: "message-text" }, words().deletedMessage),
      !inThread && replies.length ? threadLink(state, message, replies) : null,
    ),
  );
}
