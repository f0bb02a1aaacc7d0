/** Shows how an action ended. */

import {byId, el, show, table} from "./dom.js";
import {kind, place, valueText, words} from "./format.js";

/** The result of a reload, a dry run or a roll back. */
export function showResult(result) {
  const problems = result.problems ?? [];
  present(kind(result.outcome),
      el("p", {}, el("strong", {}, words(result.outcome) + (result.dryRun ? " (dry run)" : "")), ": ", sentence(result, problems)),
      problems.length ? el("ul", {}, ...problems.map(problem)) : null,
      result.restartRequired?.length ? el("p", {}, "Needs a restart: ", el("code", {}, result.restartRequired.join(", "))) : null,
      result.changes?.length ? changes("Changes", result.changes, "oldValue", "newValue") : null);
}

/** Anything else, in a sentence. */
export function showText(style, text) {
  present(style, el("p", {}, text));
}

/** A table of what differs. */
export function changes(label, list, before, after) {
  return table(label, ["Path", "From", "To"], list.map(change => [
    el("code", {}, change.path),
    el("code", {class: "old"}, valueText(change[before])),
    el("code", {class: "new"}, valueText(change[after])),
  ]));
}

/** Without what the list of problems tells. */
function sentence(result, problems) {
  const text = result.message.replace(new RegExp("^" + words(result.outcome) + "[,:]? ", "i"), "");
  return problems.length ? text.split(": ")[0] : text;
}

function problem(item) {
  const at = place(item);
  return el("li", {},
      at ? el("code", {title: item.source}, at) : null, at ? " " : null,
      item.path ? el("code", {}, item.path) : null, item.path ? ": " : null,
      item.message);
}

function present(style, ...content) {
  const close = el("button", {type: "button", onclick: () => show(byId("outcome"))}, "Dismiss");
  show(byId("outcome"), el("div", {class: "note " + style}, ...content, close));
  byId("outcome").focus({preventScroll: true});
  byId("outcome").scrollIntoView({block: "nearest"});
}
