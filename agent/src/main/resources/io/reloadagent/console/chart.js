/** A bar a reload: its height is the duration, its colour the outcome. The table beneath tells the same in words. */

import {el, show, svg} from "./dom.js";
import {kind, when, words} from "./format.js";

const WIDTH = 600;
const HEIGHT = 100;
const MOST = 60;

export function drawChart(place, history) {
  const reloads = history.filter(entry => entry.durationMillis !== undefined).slice(0, MOST).reverse();
  if (reloads.length < 2) {
    show(place);
    return;
  }
  const longest = Math.max(1, ...reloads.map(entry => entry.durationMillis));
  const failed = reloads.filter(entry => kind(entry.outcome) === "bad").length;
  const text = `The last ${reloads.length} reloads: ${failed} failed, the longest took ${longest} ms`;
  const step = WIDTH / Math.max(reloads.length, 20);
  show(place, el("p", {class: "hint"}, text),
      svg("svg", {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": text},
          svg("line", {x1: 0, x2: WIDTH, y1: HEIGHT - 1, y2: HEIGHT - 1}),
          ...reloads.map((entry, i) => bar(entry, i * step, step * 0.7, Math.max(3, entry.durationMillis / longest * (HEIGHT - 6))))));
}

function bar(entry, x, width, height) {
  const text = `${when(entry.time)}: ${words(entry.outcome)}, ${entry.durationMillis} ms`;
  return svg("rect", {class: kind(entry.outcome), x, y: HEIGHT - 1 - height, width, height}, svg("title", {}, text));
}
