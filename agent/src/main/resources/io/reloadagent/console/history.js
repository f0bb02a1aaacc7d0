/** The versions and the reloads that failed, and what differs between two of them. */

import {rollBackButton} from "./actions.js";
import {get} from "./agent.js";
import {drawChart} from "./chart.js";
import {byId, el, show, table} from "./dom.js";
import {kind, valueText, when, words} from "./format.js";
import {changes} from "./result.js";

const SHOWN = 50;

/** Has the comparison work. */
export function connectCompare() {
  byId("compare").addEventListener("submit", event => {
    event.preventDefault();
    compare(byId("from").value, byId("to").value);
  });
}

export function drawHistory(history, version) {
  const made = history.filter(entry => entry.isVersion).map(entry => entry.version);
  choices(byId("from"), made, made[1] ?? made[0]);
  choices(byId("to"), made, made[0]);
  drawChart(byId("chart"), history);
  show(byId("history-rows"),
      table("History", ["Version", "Time", "Outcome", "By", "What", "Actions"], history.slice(0, SHOWN).map(entry => cells(entry, version, made))));
}

function cells(entry, version, made) {
  const outcome = entry.outcome ?? "start";
  return [
    entry.isVersion ? el("strong", {class: "number"}, String(entry.version)) : "–",
    el("span", {class: "number", title: entry.time}, when(entry.time)),
    [el("span", {class: "badge " + (entry.outcome ? kind(outcome) : "")}, words(outcome)),
      entry.durationMillis === undefined ? null : el("small", {}, entry.durationMillis + " ms")],
    [entry.trigger, el("small", {}, entry.actor ?? "")],
    what(entry),
    entry.isVersion ? el("div", {class: "actions"}, diffButton(entry.version, made),
        entry.version === version ? null : rollBackButton(entry.version)) : "",
  ];
}

function what(entry) {
  const changed = entry.changes ?? [];
  const parts = changed.slice(0, 3).map(change => el("div", {}, el("code", {}, change.path), " ",
      el("code", {class: "old"}, valueText(change.oldValue)), " → ", el("code", {class: "new"}, valueText(change.newValue))));
  if (changed.length > 3) {
    parts.push(el("small", {}, "and " + (changed.length - 3) + " more"));
  }
  if (entry.backToVersion) {
    parts.unshift(el("div", {}, "back to version " + entry.backToVersion));
  }
  if (!entry.isVersion && entry.message) {
    parts.push(el("div", {}, entry.message));
  }
  if (entry.reason) {
    parts.push(el("small", {}, "reason: " + entry.reason));
  }
  return parts;
}

function diffButton(version, made) {
  const before = made[made.indexOf(version) + 1];
  return before === undefined ? null : el("button", {
    type: "button", "aria-label": "What version " + version + " changed", onclick: () => compare(before, version),
  }, "Diff");
}

async function compare(from, to) {
  const place = byId("difference");
  try {
    const answer = await get("/admin/history/diff?from=" + encodeURIComponent(from) + "&to=" + encodeURIComponent(to));
    const title = "From version " + answer.from + " to version " + answer.to;
    show(place, el("div", {class: "note"}, el("strong", {}, title),
        answer.changes.length ? changes(title, answer.changes, "from", "to") : el("p", {}, "The sources held the same."),
        el("button", {type: "button", onclick: () => show(place)}, "Close")));
  } catch (refused) {
    show(place, el("div", {class: "note bad"}, refused.message));
  }
  place.focus({preventScroll: true});
  place.scrollIntoView({block: "nearest"});
}

/** Keeps what was chosen, if it is still there. */
function choices(select, versions, first) {
  const chosen = versions.map(String).includes(select.value) && select.dataset.newest === String(versions[0]) ? select.value : String(first);
  show(select, ...versions.map(version => el("option", {value: version}, "version " + version)));
  select.value = chosen;
  select.dataset.newest = String(versions[0]);
}
