/** Puts the console together: signs in, follows the events, and draws what has changed. */

import {drawActions} from "./actions.js";
import {get, hasToken, setToken} from "./agent.js";
import {byId} from "./dom.js";
import {addEvent} from "./events.js";
import {connectCompare, drawHistory} from "./history.js";
import {drawOverview} from "./overview.js";
import {follow} from "./stream.js";
import {connectFilters, drawValues} from "./values.js";

const QUIET_MILLIS = 5000;
const BUSY_MILLIS = 1000;

let stream = null;
let timer = null;
let drawing = false;
let again = false;
let drawn = null;

function start() {
  byId("host").textContent = location.host;
  byId("login-form").addEventListener("submit", signIn);
  byId("leave").addEventListener("click", () => leave(""));
  connectFilters();
  connectCompare();
  leave("");
}

async function signIn(event) {
  event.preventDefault();
  const text = byId("token").value.trim();
  if (!/^[\x21-\x7e]+$/.test(text)) {
    complain(text ? "This is no token: it has characters that none has." : "Paste the token first.");
    return;
  }
  setToken(text);
  try {
    await get("/admin/status");
  } catch (refused) {
    setToken(null);
    complain(refused.status === 401 ? "The token is wrong." : sentence(refused.message));
    return;
  }
  byId("token").value = "";
  byId("login").hidden = true;
  byId("console").hidden = false;
  byId("leave").hidden = false;
  complain("");
  stream = follow(told, linked);
  refresh();
  byId("main").focus();
}

/** Forgets the token, and all that was shown by it. */
function leave(why) {
  setToken(null);
  stream?.stop();
  stream = null;
  clearTimeout(timer);
  drawn = null;
  ["state", "outcome", "drift-rows", "value-rows", "chart", "difference", "history-rows", "event-rows", "actions", "from", "to"]
      .forEach(id => byId(id).replaceChildren());
  byId("console").hidden = true;
  byId("leave").hidden = true;
  byId("login").hidden = false;
  delete byId("link").dataset.link;
  byId("link").textContent = "";
  complain(why);
  byId("token").focus();
}

function complain(text) {
  byId("login-error").textContent = text;
  byId("token").setAttribute("aria-invalid", String(text !== ""));
}

function told(event) {
  addEvent(event);
  refresh();
}

function linked(link, failure) {
  if (failure?.status === 401) {
    leave("The token is not taken any more.");
    return;
  }
  if (byId("link").dataset.link !== link) {
    byId("link").dataset.link = link;
    byId("link").textContent = link === "live" ? "Live" : "Connection lost, trying again";
  }
  if (link === "live") {
    refresh();
  }
}

/** Draws what is new; asked for again meanwhile, it does so once more. */
async function refresh() {
  if (drawing) {
    again = true;
    return;
  }
  drawing = true;
  clearTimeout(timer);
  let busy = true;
  try {
    const [status, config, {history}] = await Promise.all([get("/admin/status"), get("/admin/config"), get("/admin/history")]);
    if (hasToken()) {
      draw(status, config, history);
      busy = status.state !== "READY";
    }
  } catch (refused) {
    if (refused.status === 401 && hasToken()) {
      leave("The token is not taken any more.");
    }
  } finally {
    drawing = false;
  }
  if (!hasToken()) {
    return;
  }
  timer = setTimeout(refresh, again ? 50 : busy ? BUSY_MILLIS : QUIET_MILLIS);
  again = false;
}

/** Leaves alone what is the same: whoever reads or stands on a button there is not disturbed. */
function draw(status, config, history) {
  const fresh = {overview: JSON.stringify([shortened(status), config]), config: JSON.stringify(config), history: JSON.stringify([history, status.role])};
  if (drawn?.role !== (status.role ?? "operate")) {
    drawActions(status.role, refresh);
  }
  if (drawn?.overview !== fresh.overview) {
    drawOverview(status, config);
  }
  if (drawn?.config !== fresh.config) {
    drawValues(config);
  }
  if (drawn?.history !== fresh.history) {
    drawHistory(history, status.version);
  }
  drawn = {...fresh, role: status.role ?? "operate"};
}

function shortened(status) {
  return {...status, fields: null, backingOffSeconds: Math.ceil(status.backingOffSeconds)};
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1) + ".";
}

start();
