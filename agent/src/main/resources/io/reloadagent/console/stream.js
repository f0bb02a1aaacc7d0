/** The stream of events. EventSource cannot send the token, so it is read here, and taken up again when it breaks. */

import {open} from "./agent.js";

const PATIENCE_MILLIS = [500, 1000, 2000, 3000];

/**
 * Follows the events until `stop` of the answer is called.
 *
 * `onLink` is told "live" and "lost" (with the failure), `onEvent` each event as a CloudEvents object.
 */
export function follow(onEvent, onLink) {
  const control = new AbortController();
  run(onEvent, onLink, control.signal);
  return {stop: () => control.abort()};
}

async function run(onEvent, onLink, signal) {
  let last = null;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const body = await open("/admin/events", last ? {"Last-Event-ID": last} : {}, signal);
      failures = 0;
      onLink("live");
      for await (const block of blocks(body)) {
        const event = parsed(block);
        last = event.id ?? last;
        if (event.data) {
          onEvent(JSON.parse(event.data));
        }
      }
      throw new Error("the stream has ended");
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      onLink("lost", failure);
    }
    await pause(PATIENCE_MILLIS[Math.min(failures++, PATIENCE_MILLIS.length - 1)], signal);
  }
}

async function* blocks(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      yield text.slice(0, end);
      text = text.slice(end + 2);
    }
  }
}

function parsed(block) {
  const event = {};
  for (const line of block.split("\n")) {
    const colon = line.indexOf(": ");
    if (colon > 0) {
      event[line.slice(0, colon)] = line.slice(colon + 2);
    }
  }
  return event;
}

function pause(millis, signal) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, {once: true});
  });
}
