/** Files and snippets under a message: name, size, and the beginning of a text. */

import { codeBlock } from "./code_block.js";
import { h } from "./dom.js";
import { folded } from "./fold.js";
import { icon } from "./icons.js";
import { picture } from "./picture.js";
import { state } from "./store.js";
import { language, words } from "./words.js";

/** The card of a file object. */
export function fileCard(file) {
  return h(
    "div",
    { class: "file" },
    h(
      "div",
      { class: "file-head" },
      h("span", { class: "file-icon" }, icon("file", 20)),
      h("span", { class: "file-name" }, file.title || file.name),
      h("span", { class: "file-about" }, fileSize(file.size)),
      h(
        "a",
        {
          class: "icon-button",
          href: fileAddress(file),
          download: file.name,
          "aria-label": words().download,
          title: words().download,
        },
        icon("download", 18),
      ),
    ),
    file.mimetype?.startsWith("image/") ? picture(fileAddress(file), file.alt_txt || file.title || file.name) : null,
    file.preview ? folded(codeBlock(file.preview + (file.preview_is_truncated ? "\n…" : ""))) : null,
  );
}

/** Where this person reads a file: `{id}`, or `{url}` as Slack's `slack_file` objects may name it. */
export function fileAddress({ id, url }) {
  const name = id ?? new URL(url, location.href).pathname.split("/").at(-1);
  return `/playground/files/${encodeURIComponent(name)}?user=${encodeURIComponent(state().me)}`;
}

/** A number of bytes for people. */
export function fileSize(bytes) {
  const unit = bytes < 1_000 ? "byte" : bytes < 1_000_000 ? "kilobyte" : "megabyte";
  const amount = bytes / { byte: 1, kilobyte: 1_000, megabyte: 1_000_000 }[unit];
  const options = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: amount < 10 ? 1 : 0 };
  return new Intl.NumberFormat(language(), options).format(amount);
}
