/** What a person can do in the workspace. Each operation asks the server; a refusal becomes a toast. */

import { post, postForm, RefusedError } from "./api.js";
import { state, update } from "./store.js";
import { toast } from "./toast.js";

/** Write a message; whether the server took it. */
export function sendMessage({ channel, thread }, text) {
  return tried(() => post("messages", { user: state().me, channel, text, ...inThread(thread) }));
}

/** Upload a file with an optional message; whether the server took it. */
export function sendFile({ channel, thread }, file, text) {
  return tried(() => postForm("files", { user: state().me, channel, text, file, ...inThread(thread) }));
}

/** Run a slash command; whether the server took it. */
export function runCommand({ channel }, command, text) {
  return tried(() => post("commands", { user: state().me, channel, command, text }));
}

/** Change the text of one's own message; whether the server took it. */
export function editMessage({ channel, ts }, text) {
  return tried(() => post("messages/edit", { user: state().me, channel, ts, text }));
}

/** Delete one's own message. */
export function deleteMessage({ channel, ts }) {
  return tried(() => post("messages/delete", { user: state().me, channel, ts }));
}

/** Put a reaction under a message, or take one's own back. */
export function toggleReaction(message, name) {
  const isMine = message.reactions?.some((reaction) => reaction.name === name && reaction.users.includes(state().me));
  const { channel, ts } = message;
  return tried(() => post("reactions", { user: state().me, channel, ts, name, ...(isMine ? { remove: true } : {}) }));
}

/** Use a message shortcut on a message. */
export function runShortcut({ channel, ts }, callbackId) {
  return tried(() => post("shortcuts", { user: state().me, channel, ts, callback_id: callbackId }));
}

/** Send an interaction: `place` is `{channel, message_ts, action}` or `{view_id, action, values}`. */
export function act(place) {
  return tried(() => post("actions", { user: state().me, ...place }));
}

/** The options that the app offers for what is typed: `menu` is the surface with `{block_id, action_id, value}`. */
export async function suggest(menu) {
  let offered = [];
  await tried(async () => {
    const { options, option_groups: groups = [] } = await post("suggestions", { user: state().me, ...menu });
    offered = options ?? groups.flatMap((group) => group.options);
  });
  return offered;
}

/** Submit a modal; returns the errors of its fields, `{block_id: sentence}`, none if it was accepted. */
export async function submitView(view, values) {
  let errors = {};
  await tried(async () => {
    const answer = await post("views/submit", { user: state().me, view_id: view.id, values });
    if (answer.response_action === "errors") errors = answer.errors ?? {};
  });
  return errors;
}

/** Close a modal. */
export async function closeView(view) {
  update((now) => ({ ...now, views: now.views.filter(({ id }) => id !== view.id) }));
  await tried(() => post("views/close", { user: state().me, view_id: view.id }));
}

/** Remove an ephemeral message from this page; in Slack, too, it is gone with the next reload at the latest. */
export function dismiss({ channel, ts }) {
  update((now) => ({
    ...now,
    messages: { ...now.messages, [channel]: now.messages[channel].filter((message) => message.ts !== ts) },
  }));
}

/** Look at the app's `home` or `messages` tab; the app hears of it and may publish its home. */
export function openTab(tab) {
  update((now) => ({ ...now, tab }));
  return tried(() => post("home", { user: state().me, tab }));
}

/** Put the bot into a channel. */
export function inviteBot(channel) {
  return tried(() => post("invite", { user: state().me, channel }));
}

/** Empty the workspace; whether it was done. */
export function resetWorkspace() {
  return tried(() => post("reset", {}));
}

async function tried(work) {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    toast(error.message, "error");
    return false;
  }
}

function inThread(thread) {
  return thread ? { thread_ts: thread } : {};
}
