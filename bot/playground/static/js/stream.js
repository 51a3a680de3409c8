/**
 * Listens to the server's events and comes back by itself when the connection is lost.
 *
 * After every (re)connection the whole workspace is read again: what happened in between is in it. Events that arrive
 * before that answer wait for it, so that none is lost and none is overwritten.
 */

import { RefusedError } from "./api.js";

const FIRST_PAUSE = 500; // milliseconds
const LONGEST_PAUSE = 8_000; // milliseconds

/**
 * Follow the workspace as `user`; returns a function that stops it.
 *
 * `load()` reads the workspace and resolves when it is drawn, `onEvent(event)` gets every event, `onConnection(isUp)`
 * every change of the connection.
 */
export function follow(user, { load, onEvent, onConnection }) {
  let source = null;
  let timer = null;
  let pause = FIRST_PAUSE;

  function connect() {
    let waiting = [];
    const stream = new EventSource(`/playground/stream?user=${encodeURIComponent(user)}`);
    source = stream;
    stream.onmessage = ({ data }) => (waiting ? waiting.push(JSON.parse(data)) : onEvent(JSON.parse(data)));
    stream.onerror = () => retry(stream);
    stream.onopen = async () => {
      try {
        await load();
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        retry(stream);
        return;
      }
      if (source !== stream) return;
      pause = FIRST_PAUSE;
      onConnection(true);
      waiting.forEach(onEvent);
      waiting = null;
    };
  }

  function retry(stream) {
    if (source !== stream) return;
    stop();
    onConnection(false);
    timer = setTimeout(connect, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  function stop() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  connect();
  return stop;
}
