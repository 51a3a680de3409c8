/** Editing one's own message in its place. */

import { h } from "./dom.js";
import { growing } from "./growing.js";
import { plainText } from "./inline.js";
import { calledName } from "./names.js";
import { editMessage } from "./operations.js";
import { typedText } from "./rich_text.js";
import { update } from "./store.js";
import { words } from "./words.js";

/** The key under which the state remembers that `message` is being edited, in the channel or in the thread. */
export function editKey({ ts }, inThread) {
  return `${ts}${inThread ? "/thread" : ""}`;
}

/** Begin to edit `message` where it stands. */
export function beginEditing(message, inThread) {
  update((now) => ({ ...now, editing: editKey(message, inThread) }));
}

/** The editor that stands in the place of `message`'s text. */
export function editor(state, message) {
  const field = growing(
    h("textarea", { class: "composer-field", rows: 1, "aria-label": words().editMessage, "data-focus": "edit" }),
  );
  field.value = typed(state, message);
  const close = () => update((now) => ({ ...now, editing: null }));
  const save = async () => {
    if (field.value.trim() && (await editMessage(message, field.value.trim()))) close();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const cancel = h("button", { class: "button button-small", type: "button", onclick: close }, words().cancel);
  const keep = h(
    "button",
    { class: "button button-small button-primary", type: "button", onclick: save },
    words().save,
  );
  queueMicrotask(() => field.isConnected && field.focus());
  return h("div", { class: "edit" }, field, h("div", { class: "edit-buttons" }, cancel, keep));
}

function typed(state, message) {
  const rich = message.blocks?.find(({ type }) => type === "rich_text");
  return rich ? typedText(rich, (id) => calledName(state, id)) : plainText(message.text ?? "");
}
