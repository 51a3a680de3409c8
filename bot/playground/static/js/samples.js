/** “Try an error”: real errors by group; a click sends one, a second button puts it into the composer. */

import { iconButton } from "./buttons.js";
import { h, replaceChildren } from "./dom.js";
import { moveWithKeys } from "./popup.js";
import { inLanguage, language, words } from "./words.js";

/** The panel; `commands` are `{close(), sendSample(text), writeSample(text)}`. */
export function mountSamples({ close, sendSample, writeSample }) {
  const head = h("header", { class: "pane-head" });
  const search = h("input", { class: "field", type: "search" });
  const list = h("div", { class: "samples-list" });
  const node = h("section", { class: "samples" }, head, h("div", { class: "samples-search" }, search), list);
  let shown = { context: "", samples: [] };
  moveWithKeys(list, ".sample-send");

  const draw = () => {
    const wanted = search.value.trim().toLowerCase();
    const found = shown.samples.filter((sample) => !wanted || textOf(sample).includes(wanted));
    const groups = [...grouped(found)].map(([title, samples]) => group(title, samples, { sendSample, writeSample }));
    replaceChildren(list, groups.length ? groups : h("p", { class: "pane-empty" }, words().noSamples));
  };
  search.addEventListener("input", draw);

  function show(state) {
    if (shown.samples === state.samples && shown.context === language()) return;
    shown = { context: language(), samples: state.samples };
    node.setAttribute("aria-label", words().tryAnError);
    search.setAttribute("placeholder", words().searchSamples);
    search.setAttribute("aria-label", words().searchSamples);
    replaceChildren(head, ...headParts(close));
    draw();
  }

  return { node, show };
}

function headParts(close) {
  return [
    h(
      "div",
      { class: "pane-heading" },
      h("h2", { class: "pane-title" }, words().tryAnError),
      h("span", { class: "pane-about" }, words().samplesHint),
    ),
    iconButton("close", words().close, close),
  ];
}

function grouped(samples) {
  const groups = new Map();
  for (const sample of samples) {
    const title = inLanguage(sample.group) || words().otherGroup;
    groups.set(title, [...(groups.get(title) ?? []), sample]);
  }
  return groups;
}

function group(title, samples, commands) {
  return h(
    "div",
    { class: "sample-group" },
    h("h3", { class: "sample-group-title" }, title),
    ...samples.map((sample) => card(sample, commands)),
  );
}

function card(sample, { sendSample, writeSample }) {
  const title = inLanguage(sample.title);
  return h(
    "div",
    { class: "sample" },
    h(
      "button",
      {
        class: "sample-send",
        type: "button",
        title: words().sendSample(title),
        onclick: () => sendSample(sample.text),
      },
      h("span", { class: "sample-title" }, title),
      h("span", { class: "sample-text" }, sample.text),
    ),
    iconButton("pencil", words().putIntoComposer, () => writeSample(sample.text), {
      className: "sample-write",
      size: 16,
    }),
  );
}

function textOf(sample) {
  return `${inLanguage(sample.title)} ${inLanguage(sample.group)} ${sample.text}`.toLowerCase();
}
