/** Files on their way into a message: chosen, dropped or pasted, shown as chips until they are sent. */

import { iconButton } from "./buttons.js";
import { h } from "./dom.js";
import { fileSize } from "./files.js";
import { icon } from "./icons.js";
import { reconcile } from "./list.js";
import { words } from "./words.js";

let chips = 0;

/** The tray of chosen files: `add(files)`, `files()`, `clear()`, and `choose()` which opens the system's dialog. */
export function attachmentTray() {
  const node = h("div", { class: "attachments" });
  const input = h("input", { type: "file", multiple: true, hidden: true });
  let chosen = [];

  const draw = () =>
    reconcile(
      node,
      chosen.map(({ key, file }) => ({ key, item: file, context: "", render: () => chip(file, () => remove(key)) })),
    );
  const add = (files) => {
    chosen = [...chosen, ...[...files].map((file) => ({ key: ++chips, file }))];
    draw();
  };
  const remove = (key) => {
    chosen = chosen.filter((entry) => entry.key !== key);
    draw();
  };
  const clear = () => {
    chosen = [];
    draw();
  };
  input.addEventListener("change", () => {
    add(input.files);
    input.value = "";
  });
  return {
    node: h("div", {}, node, input),
    add,
    clear,
    files: () => chosen.map(({ file }) => file),
    choose: () => input.click(),
  };
}

/** Take files that are pasted into `field` or dropped on `dropZone`. */
export function acceptFiles({ field, dropZone, onFiles }) {
  field.addEventListener("paste", (event) => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    onFiles(event.clipboardData.files);
  });
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  dropZone.ondragover = (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    dropZone.dataset.drop = words().dropFiles;
  };
  dropZone.ondragleave = (event) => {
    if (!dropZone.contains(event.relatedTarget)) delete dropZone.dataset.drop;
  };
  dropZone.ondrop = (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    delete dropZone.dataset.drop;
    onFiles(event.dataTransfer.files);
    field.focus();
  };
}

function chip(file, remove) {
  return h(
    "span",
    { class: "attachment" },
    icon("file", 16),
    h("span", { class: "attachment-name" }, file.name),
    h("span", { class: "attachment-size" }, fileSize(file.size)),
    iconButton("close", words().removeFile(file.name), remove, { size: 14 }),
  );
}
