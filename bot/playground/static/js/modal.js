/** Modals: the stack of views that the app has opened for this person; the newest one shows. */

import { iconButton } from "./buttons.js";
import { h, replaceChildren } from "./dom.js";
import { plainNodes } from "./inline.js";
import { closeView, submitView } from "./operations.js";
import { toastPlace } from "./toast.js";
import { drawBlocks } from "./view_blocks.js";
import { words } from "./words.js";

/** The modal layer; call the returned function with every state. */
export function mountModal() {
  const head = h("header", { class: "modal-head" });
  const blocks = h("div", { class: "modal-body", tabindex: "-1" });
  const foot = h("footer", { class: "modal-footer" });
  const form = h("form", { class: "modal-form", novalidate: true }, head, blocks, foot);
  const dialog = h("dialog", { class: "modal", "aria-labelledby": "modal-title" }, form, toastPlace());
  document.body.append(dialog);
  let shown = { view: null, context: "", drawn: null };

  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (shown.view) closeView(shown.view);
  });
  dialog.addEventListener("close", () => shown.view && closeView(shown.view)); // a second Esc cannot be refused
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { view, drawn } = shown;
    if (view.submit || view.blocks.some(({ type }) => type === "input")) submit(form, view, drawn.values);
  });

  return ({ views }) => {
    const view = views.at(-1) ?? null;
    const context = `${views.length} ${document.documentElement.lang}`;
    if (view === shown.view && context === shown.context) return;
    if (!view) {
      shown = { view: null, context, drawn: null };
      dialog.close();
      return;
    }
    if (!dialog.open) dialog.showModal(); // moves the focus, so it comes before anything is drawn
    replaceChildren(head, ...headParts(view, views));
    replaceChildren(foot, ...footParts(view));
    shown = { view, context, drawn: drawBlocks(blocks, view, shown.drawn) };
    if (!shown.drawn.isFocused) (blocks.querySelector("input, textarea, select") ?? blocks).focus();
  };
}

function headParts(view, views) {
  const closeAll = () => [...views].reverse().forEach(closeView);
  return [
    views.length > 1 ? iconButton("left", words().back, () => closeView(view)) : null,
    h("h2", { class: "modal-title", id: "modal-title" }, ...plainNodes(view.title?.text ?? "")),
    iconButton("close", words().close, closeAll),
  ];
}

function footParts(view) {
  const close = h(
    "button",
    { class: "button", type: "button", onclick: () => closeView(view) },
    view.close?.text ?? words().close,
  );
  return [close, view.submit ? h("button", { class: "button button-primary", type: "submit" }, view.submit.text) : null];
}

async function submit(form, view, values) {
  const required = new Set(
    [...form.querySelectorAll("[data-required] [data-error-for]")].map((node) => node.dataset.errorFor),
  );
  const problems = values.problems(required);
  if (Object.keys(problems).length) {
    showErrors(form, problems);
    return;
  }
  showErrors(form, {});
  form.setAttribute("aria-busy", "true");
  const errors = await submitView(view, values.read());
  form.removeAttribute("aria-busy");
  showErrors(form, errors);
}

function showErrors(form, errors) {
  let first = null;
  for (const place of form.querySelectorAll("[data-error-for]")) {
    const text = errors[place.dataset.errorFor] ?? "";
    place.textContent = text;
    const field = place.parentElement.querySelector("input, textarea, select");
    field?.setAttribute("aria-invalid", String(Boolean(text)));
    if (text) first ??= field;
  }
  first?.focus();
}
