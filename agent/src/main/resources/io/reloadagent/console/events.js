/** The events as they happen, newest first. */

import {byId, el} from "./dom.js";
import {when} from "./format.js";

const MOST = 100;

export function addEvent(event) {
  byId("no-events").hidden = true;
  const rows = byId("event-rows");
  rows.prepend(el("li", {}, el("time", {datetime: event.time}, when(event.time)), el("strong", {}, event.type), el("span", {class: "code"}, told(event.data))));
  while (rows.children.length > MOST) {
    rows.lastElementChild.remove();
  }
}

function told(data) {
  return Object.entries(data ?? {})
      .filter(([name, value]) => value !== null && name !== "reloadID" && name !== "timestamp")
      .map(([name, value]) => name + "=" + (typeof value === "object" ? JSON.stringify(value) : value))
      .join("  ");
}
