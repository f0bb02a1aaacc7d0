/** The state at a glance. */

import {byId, el, show} from "./dom.js";
import {kind, when, words} from "./format.js";

export function drawOverview(status, config) {
  const dynamic = config.values.filter(value => value.fields.length).length;
  const drift = config.values.filter(value => value.drift).length;
  show(byId("state"),
      el("dl", {class: "tiles"},
          tile("State", el("span", {class: "badge " + kind(status.state)}, words(status.state)),
              status.backingOffSeconds ? "waits " + Math.ceil(status.backingOffSeconds) + " s" : status.healthy ? "all is well" : "see below"),
          tile("Version", String(status.version), since(config)),
          tile("Last reload", status.lastOutcome ? words(status.lastOutcome) : "none yet", when(status.lastReloadTime)),
          tile("Drift", String(drift), drift === 1 ? "path" : "paths"),
          tile("Dynamic values", String(dynamic), "of " + config.values.length),
          tile("Log level", status.logLevel, status.role === "read" ? "this token may read" : "this token may operate")),
      notes("bad", "Problems", status.problems),
      notes("", "Notes", status.notes));
}

function tile(name, value, more) {
  return el("div", {}, el("dt", {}, name), el("dd", {}, value, el("small", {}, more ?? "")));
}

function since(config) {
  const times = config.values.map(value => value.sinceTime).sort();
  return times.length ? "last change " + when(times[times.length - 1]) : "";
}

function notes(style, label, texts) {
  return texts?.length
      ? el("div", {class: "note " + style}, el("strong", {}, label), el("ul", {}, ...texts.map(text => el("li", {}, text))))
      : null;
}
