/** Links to messages of this workspace lead there at once, without loading the page anew. */

import { goTo } from "./place.js";
import { state } from "./store.js";

const PERMALINK = /^\/archives\/(?<channel>[A-Z0-9]+)\/p(?<seconds>\d+)(?<micros>\d{6})$/;

/** Follow the permalinks that are clicked, wherever they stand. */
export function followPermalinks() {
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = placeOf(event.target.closest("a[href]"));
    if (!place) return;
    event.preventDefault();
    goTo(place.channel, place.thread);
  });
}

/** The channel and thread behind a link; null where it leads elsewhere, or to where this person is not. */
function placeOf(link) {
  const address = link && new URL(link.href);
  const found = address?.port === location.port && PERMALINK.exec(address.pathname)?.groups;
  if (!found || !state().channels.some(({ id }) => id === found.channel)) return null;
  return {
    channel: found.channel,
    thread: address.searchParams.get("thread_ts") ?? `${found.seconds}.${found.micros}`,
  };
}
