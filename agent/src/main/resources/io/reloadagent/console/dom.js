/** Makes elements. Texts become text nodes: nothing that comes from the agent is ever read as markup. */

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes (`class`, `title`, … or `onclick`) and children, which are nodes, texts, or null for none. */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same of SVG. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** The element of the page with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Puts children in place of those that are there. */
export function show(parent, ...children) {
  parent.replaceChildren(...children.filter(child => child !== null));
}

/**
 * A table that stays one for screen readers where narrow pages show its rows as cards.
 * A row is a list of cells; a cell is a node, a text, or a list of them.
 */
export function table(label, heads, rows) {
  const head = heads.map(text => el("th", {scope: "col", role: "columnheader"}, text));
  return el("table", {role: "table", "aria-label": label},
      el("thead", {role: "rowgroup"}, el("tr", {role: "row"}, ...head)),
      el("tbody", {role: "rowgroup"}, ...rows.map(cells => row(heads, cells))));
}

function row(heads, cells) {
  return el("tr", {role: "row"},
      ...cells.map((cell, i) => el("td", {role: "cell", "data-label": heads[i]}, ...boxed([cell].flat()))));
}

/** Each in an element of its own, for the layout of narrow pages. */
function boxed(parts) {
  return parts.filter(part => part !== null && part !== "")
      .map(part => part instanceof Node ? part : el("span", {}, String(part)));
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter(child => child !== null));
  return element;
}
