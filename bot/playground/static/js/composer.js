/** Where one writes: Enter sends, Shift + Enter makes a new line; files, snippets, commands, mentions and emoji. */

import { acceptFiles, attachmentTray } from "./attachments.js";
import { iconButton } from "./buttons.js";
import { completeIn } from "./completion.js";
import { h } from "./dom.js";
import { beginEditing } from "./edit.js";
import { glyph } from "./emoji.js";
import { growing } from "./growing.js";
import { icon } from "./icons.js";
import { runCommand, sendFile, sendMessage } from "./operations.js";
import { pickEmoji } from "./picker.js";
import { snippetOffer } from "./snippet.js";
import { state } from "./store.js";
import { toast } from "./toast.js";
import { isOwn } from "./toolbar.js";
import { words } from "./words.js";

const COMMAND = /^(\/[a-z0-9_-]+)(?:\s+([\s\S]*))?$/i;
const SMALL = { size: 18 };
const drafts = new Map();

/**
 * The composer of a channel or thread (`place` is `{channel, thread}`): its `node`, and the `field` in it.
 *
 * What was written and not sent comes back with the next composer of the same place. `dropZone` takes dropped files.
 */
export function composer(place, { label, dropZone }) {
  const key = `${place.channel}/${place.thread ?? ""}`;
  const field = growing(h("textarea", { class: "composer-field", rows: 1, placeholder: label, "aria-label": label }));
  field.value = drafts.get(key) ?? "";
  const tray = attachmentTray();
  const offer = snippetOffer(field, (text, rest) => sendSnippet(place, text, rest));
  const completion = completeIn(field, { withCommands: !place.thread });
  const send = () => sendAll(place, field, tray);

  field.addEventListener("input", () => drafts.set(key, field.value));
  field.addEventListener("keydown", (event) => {
    if (completion.onKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === "ArrowUp" && field.value === "") {
      event.preventDefault();
      editLast(place);
    }
  });
  acceptFiles({ field, dropZone, onFiles: tray.add });
  const node = h(
    "div",
    { class: "composer" },
    completion.node,
    offer,
    h("div", { class: "composer-box" }, tray.node, field, tools(field, tray, send)),
  );
  return { node, field };
}

/** Write `text` at the caret of `field`, as if it were typed. */
export function insertText(field, text) {
  field.focus();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function tools(field, tray, send) {
  const submit = h(
    "button",
    { class: "send", type: "button", "aria-label": words().send, title: words().send },
    icon("send", 18),
  );
  submit.addEventListener("click", send);
  const pickForField = ({ currentTarget }) => pickEmoji(currentTarget, (name) => insertText(field, glyph(name)));
  return h(
    "div",
    { class: "composer-tools" },
    iconButton("attach", words().attach, tray.choose, SMALL),
    iconButton("smile", words().insertEmoji, pickForField, SMALL),
    iconButton("at", words().mentionSomebody, () => insertText(field, needsSpace(field) ? " @" : "@"), SMALL),
    h("span", { class: "composer-hint" }, words().newlineHint),
    submit,
  );
}

function needsSpace(field) {
  return /\S$/.test(field.value.slice(0, field.selectionStart));
}

async function sendAll(place, field, tray) {
  const text = field.value.trim();
  const files = tray.files();
  if (!text && !files.length) return;
  setText(field, "");
  tray.clear();
  const isSent = files.length ? await sendFiles(place, files, text) : await sendText(place, text);
  if (isSent || field.value) return;
  setText(field, text);
  tray.add(files);
}

async function sendFiles(place, files, text) {
  for (const [index, file] of files.entries()) {
    if (!(await sendFile(place, file, index ? "" : text))) return false;
  }
  return true;
}

async function sendText(place, text) {
  const [, name, rest = ""] = COMMAND.exec(text) ?? [];
  if (!name) return sendMessage(place, text);
  if (!state().commands.some(({ command }) => command === name)) return refused(words().unknownCommand(name));
  if (place.thread) return refused(words().commandInThread);
  return runCommand(place, name, rest);
}

function sendSnippet(place, text, rest) {
  return sendFile(place, new File([text], words().snippetName, { type: "text/plain" }), rest);
}

function setText(field, text) {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function refused(sentence) {
  toast(sentence, "error");
  return false;
}

function editLast({ channel, thread }) {
  const inPlace = (message) => (thread ? message.thread_ts === thread || message.ts === thread : true);
  const own = (state().messages[channel] ?? []).filter((message) => isOwn(state(), message) && inPlace(message));
  if (own.length) beginEditing(own.at(-1), Boolean(thread));
}
