/**
 * Nodes from data.
 *
 * Everything that people or the bot wrote reaches the page through here, as text nodes and attributes: it is never read
 * as markup.
 */

const SVG = "http://www.w3.org/2000/svg";
const LINK = /^(?:https?:\/\/|mailto:|\/(?!\/))/i;

/** An HTML element; `on…` attributes are listeners, `vars` sets CSS properties, empty children are left out. */
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** An SVG element, made like `h` does it. */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** A link to `address` that opens beside the playground; plain text where the address is no web or mail address. */
export function link(address, ...children) {
  const label = children.length ? children : [address];
  if (!LINK.test(address)) return h("span", {}, ...label);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...label);
}

/** Replace everything inside `node`. */
export function replaceChildren(node, ...children) {
  node.replaceChildren(...present(children));
}

/** The element that holds the keyboard's focus, if it is inside `node`. */
export function focusInside(node) {
  const focused = document.activeElement;
  return focused && node.contains(focused) ? focused : null;
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...present(children));
  return node;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

function setAttribute(node, name, value) {
  if (value === null || value === undefined) return;
  if (name === "vars") {
    for (const [variable, setting] of Object.entries(value)) node.style.setProperty(variable, setting);
  } else if (name.startsWith("on")) {
    node.addEventListener(name.slice(2), value);
  } else if (typeof value === "boolean" && !name.startsWith("aria-")) {
    node.toggleAttribute(name, value);
  } else {
    node.setAttribute(name, String(value));
  }
}
