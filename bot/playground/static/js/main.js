/** Starts the page: connects the parts with the store, the store with the server, and the person with both. */

import { announce } from "./announce.js";
import { workspace } from "./api.js";
import { mountBanner } from "./banner.js";
import { mountChannel } from "./channel.js";
import { panelCommands } from "./commands.js";
import { followOutsideTouches } from "./drawer.js";
import { followKeys } from "./keyboard.js";
import { remember, remembered } from "./memory.js";
import { summaryLine } from "./message.js";
import { mountModal } from "./modal.js";
import { mountPane } from "./pane.js";
import { followAddress, goTo, placeInAddress } from "./place.js";
import { isPhone, onPhoneChange } from "./screen.js";
import { isByBot, isReply, people } from "./selectors.js";
import { mountSidebar } from "./sidebar.js";
import { withEvent, withWorkspace } from "./state.js";
import { state, update, watch } from "./store.js";
import { follow } from "./stream.js";
import { onSystemTheme } from "./theme.js";
import { toast } from "./toast.js";
import { words } from "./words.js";

let stopFollowing = () => {};

start();

async function start() {
  const commands = panelCommands({ actAs, composer: () => channel.composer() });
  const banner = mountBanner(document.getElementById("banner"));
  const sidebar = mountSidebar(document.getElementById("sidebar"), commands);
  const channel = mountChannel(document.getElementById("channel"), commands);
  const pane = mountPane(document.getElementById("pane"), commands);
  const modal = mountModal();
  watch((now) => {
    banner(now);
    if (!now.ready) return;
    document.body.classList.add("is-ready");
    sidebar(now);
    channel.show(now);
    pane.show(now);
    modal(now);
  });
  followKeys(commands);
  followOutsideTouches();
  onSystemTheme(redraw);
  onPhoneChange(redraw);
  update((now) => ({ ...now, panel: isPhone() ? null : remembered("panel", "samples") || null }));
  followAddress();
  await enter(remembered("person"));
}

function redraw() {
  update((now) => ({ ...now }));
}

/** Read the workspace as somebody, and follow it from then on. */
async function enter(wanted) {
  stopFollowing();
  const me = await knownPerson(wanted);
  if (!me) return;
  stopFollowing = follow(me, {
    load: async () => receive(await workspace(me), me),
    onEvent,
    onConnection,
  });
}

/** `wanted` if the workspace knows that person, else the first one; null (and another try soon) without a server. */
async function knownPerson(wanted) {
  try {
    const known = people((await workspace(null)).users);
    return (known.find(({ id }) => id === wanted) ?? known[0]).id;
  } catch {
    update((now) => ({ ...now, connected: false }));
    setTimeout(() => enter(wanted), 1_000);
    return null;
  }
}

function receive(answer, me) {
  update((now) => withWorkspace(now, answer, me));
  const { channels, place } = state();
  if (!channels.some(({ id }) => id === (place.channel ?? placeInAddress().channel))) {
    goTo((channels.find((channel) => channel.is_member && !channel.is_im) ?? channels[0]).id);
  }
}

function onConnection(connected) {
  if (connected && !state().connected) toast(words().connectionBack);
  update((now) => ({ ...now, connected }));
}

function onEvent(event) {
  if (event.type === "reset") {
    goTo(state().place.channel);
    actAs(state().me);
    return;
  }
  const before = state();
  update((now) => withEvent(now, event));
  if (event.type === "message" || event.type === "ephemeral") onMessage(before, event.message);
}

/** Say a new message to screen readers; show the thread in which the bot has just answered this person. */
function onMessage(before, message) {
  const now = state();
  if (message.user === now.me || message.channel !== now.place.channel) return;
  announce(summaryLine(now, message));
  if (!isReply(message) || !isByBot(now, message) || isBusyInThread(now) || isPhone()) return;
  const root = (before.messages[message.channel] ?? []).find(({ ts }) => ts === message.thread_ts);
  if (root?.user === now.me) goTo(message.channel, message.thread_ts);
}

/** Whether the open thread must stay: somebody is at work in it. */
function isBusyInThread({ place }) {
  const pane = document.getElementById("pane");
  const field = pane.querySelector(".composer-field");
  return Boolean(place.thread) && (pane.contains(document.activeElement) || Boolean(field?.value));
}

function actAs(person) {
  remember("person", person);
  update((now) => ({ ...now, editing: null, views: [], tab: "messages" }));
  enter(person);
}
