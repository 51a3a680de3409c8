/** The session: acts as one person, keeps the state equal to what the server says, and notices what happens meanwhile. */

import { announce } from "./announce.js";
import { RefusedError, workspace } from "./api.js";
import { remember } from "./memory.js";
import { summaryLine } from "./message.js";
import { goTo } from "./place.js";
import { isPhone } from "./screen.js";
import { isByBot, isReply, people } from "./selectors.js";
import { withCalls, withEvent, withWorkspace } from "./state.js";
import { state, update } from "./store.js";
import { follow } from "./stream.js";
import { toast } from "./toast.js";
import { language, words } from "./words.js";

const NEXT_TRY = 1_000; // milliseconds, while there is no server at all

let stopFollowing = () => {};
let sessions = 0;
const leftAt = new Map(); // person -> when somebody last stopped to act as them, in seconds since 1970

/** See and do everything as `person` from now on; as somebody of the page's language if nobody (known) is named. */
export async function actAs(person) {
  const session = ++sessions;
  stopFollowing();
  const me = await knownPerson(person);
  if (session !== sessions) return; // somebody else was chosen meanwhile
  leftAt.set(state().me, Date.now() / 1_000);
  if (!me) {
    setTimeout(() => session === sessions && actAs(person), NEXT_TRY);
    return;
  }
  remember("person", me);
  update((now) => ({ ...now, editing: null, views: [], tab: "messages" }));
  stopFollowing = follow(me, { load: () => load(me), onEvent, onConnection });
}

/** The id of `person` if the workspace knows it, else of somebody who speaks the page's language; null: no server. */
async function knownPerson(person) {
  try {
    const known = people((await workspace(null)).users);
    const speaks = ({ locale }) => locale.startsWith(language());
    return (known.find(({ id }) => id === person) ?? known.find(speaks) ?? known[0]).id;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    onConnection(false);
    return null;
  }
}

async function load(me) {
  const answer = await workspace(me);
  const before = state().me;
  update((now) => withWorkspace(now, answer, me));
  if (before && before !== me) update((now) => withCalls(now, leftAt.get(me) ?? 0));
  goSomewhereReal(state());
}

/** Leave a channel or a thread that is not there (any more): a new server knows nothing of the old one's messages. */
function goSomewhereReal({ channels, messages, place }) {
  if (!channels.some(({ id }) => id === place.channel)) {
    goTo((channels.find((channel) => channel.is_member && !channel.is_im) ?? channels[0]).id);
  } else if (place.thread && !messages[place.channel].some(({ ts }) => ts === place.thread)) {
    goTo(place.channel);
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
