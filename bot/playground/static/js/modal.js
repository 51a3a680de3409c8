/** Modals: the stack of views that the app has opened for this person; the newest one shows. */

import { renderBlocks } from "./blocks.js";
import { iconButton } from "./buttons.js";
import { h, replaceChildren } from "./dom.js";
import { plainNodes } from "./inline.js";
import { FormValues } from "./inputs.js";
import { act, closeView, submitView } from "./operations.js";
import { toastPlace } from "./toast.js";
import { words } from "./words.js";

/** The modal layer; call the returned function with every state. */
export function mountModal() {
  const body = h("form", { class: "modal-form", novalidate: true });
  const dialog = h("dialog", { class: "modal", "aria-labelledby": "modal-title" }, body, toastPlace());
  document.body.append(dialog);
  let shown = { view: null, context: "", values: new FormValues() };

  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (shown.view) closeView(shown.view);
  });

  dialog.addEventListener("close", () => shown.view && closeView(shown.view)); // a second Esc cannot be refused

  return ({ views }) => {
    const view = views.at(-1) ?? null;
    const context = `${views.length} ${document.documentElement.lang}`;
    if (view === shown.view && context === shown.context) return;
    if (!view) {
      shown = { view: null, context, values: new FormValues() };
      dialog.close();
      return;
    }
    const kept = shown.view?.id === view.id ? shown.values.read() : (view.state?.values ?? {});
    shown = { view, context, values: new FormValues() };
    if (!dialog.open) dialog.showModal(); // moves the focus, so it comes before `draw`
    draw(body, view, views, shown.values);
    shown.values.write(kept);
  };
}

function draw(body, view, views, values) {
  const focused = body.contains(document.activeElement)
    ? document.activeElement.closest("[data-focus]")?.dataset.focus
    : null;
  const surface = { values, act: (action) => act({ view_id: view.id, action, values: values.read() }) };
  const blocks = h("div", { class: "modal-body", tabindex: "-1" }, ...renderBlocks(view.blocks, surface));
  replaceChildren(body, head(view, views), blocks, foot(view));
  body.onsubmit = (event) => {
    event.preventDefault();
    if (view.submit || view.blocks.some(({ type }) => type === "input")) submit(body, view, values);
  };
  const again = focused && blocks.querySelector(`[data-focus="${CSS.escape(focused)}"]`);
  (again || blocks.querySelector("input, textarea, select") || blocks).focus();
}

function head(view, views) {
  const closeAll = () => [...views].reverse().forEach(closeView);
  return h(
    "header",
    { class: "modal-head" },
    views.length > 1 ? iconButton("left", words().back, () => closeView(view)) : null,
    h("h2", { class: "modal-title", id: "modal-title" }, ...plainNodes(view.title?.text ?? "")),
    iconButton("close", words().close, closeAll),
  );
}

function foot(view) {
  const close = h(
    "button",
    { class: "button", type: "button", onclick: () => closeView(view) },
    view.close?.text ?? words().close,
  );
  const submitButton = view.submit
    ? h("button", { class: "button button-primary", type: "submit" }, view.submit.text)
    : null;
  return h("footer", { class: "modal-footer" }, close, submitButton);
}

async function submit(body, view, values) {
  const required = new Set(
    [...body.querySelectorAll("[data-required] [data-error-for]")].map((node) => node.dataset.errorFor),
  );
  const problems = values.problems(required);
  if (Object.keys(problems).length) {
    showErrors(body, problems);
    return;
  }
  showErrors(body, {});
  body.setAttribute("aria-busy", "true");
  const errors = await submitView(view, values.read());
  body.removeAttribute("aria-busy");
  showErrors(body, errors);
}

function showErrors(body, errors) {
  let first = null;
  for (const place of body.querySelectorAll("[data-error-for]")) {
    const text = errors[place.dataset.errorFor] ?? "";
    place.textContent = text;
    const field = place.parentElement.querySelector("input, textarea, select");
    field?.setAttribute("aria-invalid", String(Boolean(text)));
    if (text) first ??= field;
  }
  first?.focus();
}
