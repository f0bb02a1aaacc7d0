/** The values with where they come from, the search in them, and what of them is not in force. */

import {byId, el, show, table} from "./dom.js";
import {place, simple, valueText, when} from "./format.js";

const HEADS = ["Path", "Value", "Source", "Type", "Field", "Since"];
const KINDS = {
  "not-applied": "not applied", "not-accepted": "not accepted", "not-dynamic": "needs a restart",
};

let values = [];
let seen = new Map();

/** Has the filters work. */
export function connectFilters() {
  byId("search").addEventListener("input", draw);
  byId("only-dynamic").addEventListener("change", draw);
}

export function drawValues(config) {
  values = config.values;
  draw();
  seen = new Map(values.map(value => [value.path, value.since]));
  drawDrift(values.filter(value => value.drift));
}

function draw() {
  const words = byId("search").value.toLowerCase().split(/\s+/).filter(word => word);
  const shown = values.filter(value => isWanted(value, words));
  byId("count").textContent = shown.length === values.length ? values.length + " values" : shown.length + " of " + values.length;
  const rows = table("Values", HEADS, shown.map(cells));
  shown.forEach((value, i) => rows.tBodies[0].rows[i].classList.toggle("fresh", isFresh(value)));
  show(byId("value-rows"), shown.length ? rows : el("p", {class: "hint"}, "Nothing matches."));
}

function isFresh(value) {
  return seen.size > 0 && seen.get(value.path) !== value.since;
}

function isWanted(value, words) {
  if (byId("only-dynamic").checked && !value.fields.length) {
    return false;
  }
  const text = [value.path, valueText(value.value), value.source, ...value.fields.flatMap(field => [field.class + "." + field.field, field.type])]
      .join(" ").toLowerCase();
  return words.every(word => text.includes(word));
}

function cells(value) {
  return [
    [el("code", {}, value.path), value.drift ? badge(value.drift) : null],
    el("code", {}, valueText(value.value)),
    value.source ? el("code", {title: value.source}, place(value)) : "not in the sources",
    distinct(value.fields.map(field => field.type)).map(type => el("code", {title: type}, simple(type))),
    value.fields.length ? value.fields.map(fieldText) : el("small", {}, "no dynamic field"),
    [el("span", {class: "number"}, "version " + value.since), el("small", {}, when(value.sinceTime))],
  ];
}

function badge(drift) {
  return el("small", {}, el("span", {class: "badge warn"}, KINDS[drift.kind] ?? drift.kind));
}

function fieldText(field) {
  return el("span", {title: field.class + "." + field.field}, el("code", {}, simple(field.class) + "." + field.field),
      field.overridden ? null : el("small", {}, "reads the application’s own value"));
}

function distinct(list) {
  return [...new Set(list)];
}

function drawDrift(drifting) {
  byId("drift").hidden = drifting.length === 0;
  show(byId("drift-rows"), table("Drift", ["Path", "In force", "In the sources", "What", "Why"], drifting.map(value => [
    el("code", {}, value.path),
    el("code", {}, valueText(value.value)),
    inSources(value),
    el("span", {class: "badge warn"}, KINDS[value.drift.kind] ?? value.drift.kind),
    value.drift.why,
  ])));
}

function inSources(value) {
  const held = value.drift.kind === "not-applied" ? value.drift : value;
  return [el("code", {}, valueText(held.value)), el("small", {}, el("code", {title: held.source}, place(held)))];
}
