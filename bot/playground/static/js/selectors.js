/** Questions to the state and its messages. */

const SLACKBOT = "USLACKBOT"; // the user id under which Slack itself speaks

/** The messages of `channel` itself: no thread replies, except those also sent to the channel. */
export function mainMessages(state, channel) {
  const all = state.messages[channel] ?? [];
  return all.filter((message) => !isReply(message) || message.subtype === "thread_broadcast");
}

/** The message that `root` names and the replies under it, oldest first. */
export function threadMessages(state, channel, root) {
  const all = state.messages[channel] ?? [];
  return all.filter((message) => message.ts === root || message.thread_ts === root);
}

/** For each thread of `channel`: the `ts` of its first message and what one sees below it, oldest first. */
export function repliesByThread(state, channel) {
  const threads = new Map();
  for (const message of state.messages[channel] ?? []) {
    if (!isReply(message)) continue;
    const replies = threads.get(message.thread_ts) ?? [];
    threads.set(message.thread_ts, [...replies, message]);
  }
  return threads;
}

/** Whether `message` stands in a thread under another message. */
export function isReply(message) {
  return Boolean(message.thread_ts) && message.thread_ts !== message.ts;
}

/** Whether `message` calls this person: by name, by a user group, or with everybody. */
export function callsMe(state, message) {
  return Boolean(message.pings?.includes(state.me));
}

/** Those that one can act as: neither the app nor Slack itself. */
export function people(users) {
  return Object.values(users).filter((user) => !user.is_bot && user.id !== SLACKBOT);
}

/** Whether the bot wrote `message`. */
export function isByBot(state, message) {
  return Boolean(message.bot_id) || message.user === state.bot?.user_id;
}
