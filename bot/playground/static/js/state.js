/**
 * What the page knows, and how each event from the server changes it.
 *
 * Pure functions: a state object goes in, a new one comes out, and parts that did not change stay the same objects,
 * which is how `list.js` knows what to draw again.
 */

import { callsMe, isReply } from "./selectors.js";

const KEPT_DELIVERIES = 200;

/** The state before the server has said anything. */
export function emptyState() {
  return {
    ready: false,
    connected: true,
    me: null,
    team: { id: "", name: "" },
    users: {},
    groups: {},
    channels: [],
    messages: {},
    bot: null,
    commands: [],
    shortcuts: [],
    samples: [],
    pages: {},
    views: [],
    home: null,
    deliveries: [],
    unread: {},
    place: { channel: null, thread: null },
    panel: null,
    editing: null,
    tab: "messages",
  };
}

/**
 * `state` with everything that `GET /playground/state` answered; what only this page knows is kept.
 *
 * A modal is on the page that opened it: as in Slack it is gone once the page is left.
 */
export function withWorkspace(state, workspace, me) {
  return {
    ...state,
    ready: true,
    me,
    team: workspace.team,
    users: Object.fromEntries(workspace.users.map((user) => [user.id, user])),
    groups: Object.fromEntries((workspace.groups ?? []).map((group) => [group.id, group])),
    channels: workspace.channels,
    messages: Object.fromEntries(workspace.channels.map(({ id }) => [id, sorted(workspace.messages[id] ?? [])])),
    bot: workspace.bot,
    commands: workspace.commands ?? [],
    shortcuts: workspace.shortcuts ?? [],
    samples: workspace.samples ?? [],
    pages: workspace.pages ?? {},
    views: (workspace.views ?? []).filter(({ id }) => state.views.some((shown) => shown.id === id)),
    home: workspace.home ?? null,
    deliveries: (workspace.deliveries ?? []).slice(0, KEPT_DELIVERIES),
  };
}

/** `state` after one event of the stream; an event that says nothing new changes nothing. */
export function withEvent(state, event) {
  const change = CHANGES[event.type];
  return change ? change(state, event) : state;
}

const CHANGES = {
  message: (state, { message }) => withUnread(withMessage(state, message), message),
  ephemeral: (state, { message }) => withUnread(withMessage(state, { ...message, is_ephemeral: true }), message),
  message_changed: (state, { message }) => withMessage(state, message),
  message_deleted: (state, { channel, ts }) => withoutMessage(state, channel, ts),
  ephemeral_replaced: withEphemeral,
  reactions: (state, { channel, ts, reactions }) => withPatch(state, channel, ts, { reactions }),
  channel: (state, { channel }) => ({ ...state, channels: withItem(state.channels, channel) }),
  view_opened: (state, { view }) => ({ ...state, views: withItem(state.views, view) }),
  view_updated: (state, { view }) => ({ ...state, views: state.views.map((old) => (old.id === view.id ? view : old)) }),
  view_closed: (state, { view_id: id }) => ({ ...state, views: state.views.filter((view) => view.id !== id) }),
  home: (state, { view }) => ({ ...state, home: view }),
  delivery: (state, delivery) => ({ ...state, deliveries: withDelivery(state.deliveries, delivery) }),
};

function withMessage(state, message) {
  const others = (state.messages[message.channel] ?? []).filter((other) => other.ts !== message.ts);
  return withMessages(state, message.channel, sorted([...others, message]));
}

function withoutMessage(state, channel, ts) {
  const all = state.messages[channel] ?? [];
  if (all.some((message) => message.thread_ts === ts && message.ts !== ts)) {
    return withPatch(state, channel, ts, { deleted: true, reactions: [] });
  }
  return withMessages(
    state,
    channel,
    all.filter((message) => message.ts !== ts),
  );
}

function withEphemeral(state, { channel, ts, message }) {
  const removed = withoutMessage(state, channel, ts);
  return message ? withMessage(removed, { ...message, is_ephemeral: true }) : removed;
}

function withPatch(state, channel, ts, patch) {
  const all = state.messages[channel] ?? [];
  return withMessages(
    state,
    channel,
    all.map((message) => (message.ts === ts ? { ...message, ...patch } : message)),
  );
}

function withMessages(state, channel, messages) {
  return { ...state, messages: { ...state.messages, [channel]: messages } };
}

/** `state` with the calls that came for this person after `since` (seconds), while one acted as somebody else. */
export function withCalls(state, since) {
  const called = Object.values(state.messages)
    .flat()
    .filter((message) => callsMe(state, message) && Number(message.ts) > since);
  return called.reduce(withUnread, { ...state, unread: {} });
}

function withUnread(state, message) {
  const isQuiet = isReply(message) && !callsMe(state, message);
  const isSeen = message.channel === state.place.channel || message.user === state.me || isQuiet;
  if (isSeen) return state;
  return { ...state, unread: { ...state.unread, [message.channel]: (state.unread[message.channel] ?? 0) + 1 } };
}

function withItem(items, item) {
  const isKnown = items.some((other) => other.id === item.id);
  return isKnown ? items.map((other) => (other.id === item.id ? item : other)) : [...items, item];
}

function withDelivery(deliveries, { type: _, ...delivery }) {
  const others = deliveries.filter(({ id, attempt }) => id !== delivery.id || attempt !== delivery.attempt);
  return [delivery, ...others].slice(0, KEPT_DELIVERIES);
}

function sorted(messages) {
  return [...messages].sort((one, other) => Number(one.ts) - Number(other.ts));
}
