/** Asks the playground's server to do things, and turns its refusals into errors with a sentence for people. */

import { language, words } from "./words.js";

const BASE = "/playground/";

/** The server refused or could not be reached; `message` says it to a person. */
export class RefusedError extends Error {}

/** The whole workspace as `user` sees it. */
export function workspace(user) {
  const query = user ? `?user=${encodeURIComponent(user)}` : "";
  return answer(fetch(`${BASE}state${query}`, { headers: spoken() }));
}

/** What the server answers to `body` at `path`. Throws `RefusedError`. */
export function post(path, body) {
  return answer(
    fetch(BASE + path, {
      method: "POST",
      headers: { ...spoken(), "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

/** What the server answers to `fields`, one of which may be a file, at `path`. Throws `RefusedError`. */
export function postForm(path, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) form.append(name, value);
  }
  return answer(fetch(BASE + path, { method: "POST", headers: spoken(), body: form }));
}

/** Refusals come in the language of the page. */
function spoken() {
  return { "accept-language": language() };
}

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new RefusedError(words().serverUnreachable);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok || body.ok === false) throw new RefusedError(body.message || words().serverFailed(response.status));
  return body;
}
