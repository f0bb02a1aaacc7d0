/** What an operator may do, each asked for a reason first. */

import {get, post} from "./agent.js";
import {askReason} from "./dialog.js";
import {byId, el, show} from "./dom.js";
import {showResult, showText} from "./result.js";

let refresh = () => {};
let mayOperate = false;

/** Draws the buttons; `refreshed` is called after each action. */
export function drawActions(role, refreshed) {
  refresh = refreshed;
  mayOperate = role !== "read";
  const buttons = [
    ["Reload…", reload, "primary"], ["Reload sections…", reloadSections], ["Dry run…", dryRun], ["Reset breaker…", resetBreaker],
  ];
  show(byId("actions"), ...buttons.map(([text, action, style = ""]) => button(text, action, style)));
}

/** A button that goes back to a version. */
export function rollBackButton(version) {
  return button("Roll back…", () => rollBack(version), "", "Roll back to version " + version);
}

function button(text, action, style, label = null) {
  return el("button", {
    type: "button", class: style, onclick: action, disabled: !mayOperate, "aria-label": label,
    title: mayOperate ? null : "The token may only read",
  }, text);
}

async function reload() {
  await run({title: "Reload", text: "Takes over what the sources hold now.", confirm: "Reload"}, "/admin/reload", {});
}

async function dryRun() {
  await run({title: "Dry run", text: "Shows what a reload would change, and changes nothing.", confirm: "Dry run"},
      "/admin/reload", {dryRun: "true"});
}

async function reloadSections() {
  const names = await sections();
  await run({title: "Reload sections", text: "Takes over these parts of the sources only.", confirm: "Reload", sections: names},
      "/admin/reload", {});
}

async function rollBack(version) {
  await run({
    title: "Roll back to version " + version,
    text: "Makes a new version of what was in force with version " + version + ". The sources stay as they are.",
    confirm: "Roll back",
  }, "/admin/rollback", {version});
}

async function resetBreaker() {
  const answer = await askReason({title: "Reset breaker", text: "Has what failed be tried again without a wait.", confirm: "Reset"});
  if (answer) {
    await attempt(async () => {
      await post("/admin/breaker/reset", {reason: answer.reason});
      showText("good", "The breaker is reset: what failed may be tried again at once.");
    });
  }
}

async function run(question, path, parameters) {
  const answer = await askReason(question);
  if (answer) {
    await attempt(async () => showResult(await post(path, {...parameters, section: answer.sections, reason: answer.reason})));
  }
}

async function attempt(action) {
  try {
    await action();
  } catch (refused) {
    if (refused.body?.outcome) {
      showResult(refused.body);
    } else {
      showText("bad", refused.message);
    }
  }
  refresh();
}

/** The first words of all paths. */
async function sections() {
  try {
    const {values} = await get("/admin/config");
    return [...new Set(values.map(value => value.path.split(".")[0]))];
  } catch (refused) {
    return [];
  }
}
