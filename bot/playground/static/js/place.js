/** Where one is, kept in the address as `#/CHANNEL` or `#/CHANNEL/THREAD`, so that Back and reload work. */

import { update } from "./store.js";

/** The channel and thread that the address names. */
function placeInAddress() {
  const [, channel, thread] = location.hash.split("/");
  return { channel: channel ? decodeURIComponent(channel) : null, thread: thread || null };
}

/** Go to a channel, or to a thread of it. */
export function goTo(channel, thread = null) {
  const address = thread ? `#/${channel}/${thread}` : `#/${channel}`;
  if (location.hash === address) arrive();
  else location.hash = address;
}

/** Take the address as the place from now on, and whenever it changes. */
export function followAddress() {
  window.addEventListener("hashchange", arrive);
  arrive();
}

function arrive() {
  const place = placeInAddress();
  update((state) => ({
    ...state,
    place: place.channel ? place : state.place,
    editing: null,
    unread: { ...state.unread, [place.channel]: 0 },
  }));
}
