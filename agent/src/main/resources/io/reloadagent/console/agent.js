/** Speaks with the agent. The token is kept here, in memory, and nowhere else. */

let token = null;

/** What the agent refused, or that it could not be reached (status 0). */
export class Refused extends Error {
  constructor(status, body) {
    super(body?.detail ?? body?.message ?? (status ? "the agent answered with " + status : "the agent cannot be reached"));
    this.status = status;
    this.body = body;
  }
}

export function setToken(text) {
  token = text;
}

export function hasToken() {
  return token !== null;
}

/** The answer to a GET, as an object. */
export function get(path, signal) {
  return ask(path, {signal});
}

/** The answer to a POST with these parameters; those that are empty are left out. */
export function post(path, parameters) {
  const form = new URLSearchParams();
  Object.entries(parameters).filter(([, value]) => value !== "" && value !== undefined)
      .forEach(([name, value]) => form.append(name, value));
  return ask(path, {method: "POST", body: form});
}

/** An answer that goes on. */
export async function open(path, headers, signal) {
  const answer = await send(path, {headers, signal});
  if (!answer.ok) {
    throw new Refused(answer.status, await json(answer));
  }
  return answer.body;
}

async function ask(path, options) {
  const answer = await send(path, options);
  const body = await json(answer);
  if (!answer.ok) {
    throw new Refused(answer.status, body);
  }
  return body;
}

async function send(path, options) {
  const headers = {...options.headers, Authorization: "Bearer " + token};
  try {
    return await fetch(path, {...options, headers, cache: "no-store", credentials: "omit", redirect: "error"});
  } catch (unreachable) {
    throw new Refused(0, null);
  }
}

async function json(answer) {
  try {
    return await answer.json();
  } catch (noJson) {
    return null;
  }
}
