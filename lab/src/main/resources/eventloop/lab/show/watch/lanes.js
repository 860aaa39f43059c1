// Draws the history of one server between two moments: requests above, a lane for each thread below.

import { between, lengthOf, words } from "./history.js";

const NAMES = 110;
const LANE = 30;
const LEVEL = 7;
const REQUEST = 4;
const MOST_REQUESTS = 24;
const MOST_LANES = 26;
const AXIS = 20;

// A client that has waited longer has noticed. In microseconds.
export const LATE = 100_000;

// What is registered as a colour is a colour when it is read, and not the words of the style sheet.
export function registerColour(name) {
  CSS.registerProperty({ name: `--${name}`, syntax: "<color>", inherits: true, initialValue: "gray" });
}

["page", "late", "ink", "quiet", "line"].forEach(registerColour);

export class Lanes {
  constructor(canvas, history) {
    this.canvas = canvas;
    this.history = history;
    this.drawn = [];
  }

  // Between two moments, in microseconds after the beginning of the watch.
  draw(from, to) {
    const lanes = this.history.lanes().slice(0, MOST_LANES);
    const context = this.sized(lanes.length);
    const colours = getComputedStyle(this.canvas);
    const width = this.canvas.clientWidth - NAMES;
    const scale = { from, to, x: (time) => NAMES + ((time - from) / (to - from)) * width };
    this.momentAt = (x) => from + ((x - NAMES) / width) * (to - from);
    this.drawn = [];
    context.font = "13px system-ui, sans-serif";
    context.textBaseline = "middle";
    this.drawAxis(context, scale, colours);
    this.drawVisits(context, scale, colours);
    lanes.forEach((name, number) => this.drawLane(context, scale, colours, name, number));
    this.hiddenLanes = this.history.threads.size - lanes.length;
  }

  sized(lanes) {
    const ratio = devicePixelRatio;
    const width = Math.round(this.canvas.clientWidth * ratio);
    const height = this.laneTop(lanes);
    if (this.canvas.width !== width || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = width;
      this.canvas.height = Math.round(height * ratio);
      this.canvas.style.height = `${height}px`;
    }
    const context = this.canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.canvas.clientWidth, height);
    return context;
  }

  laneTop(number) {
    return AXIS + MOST_REQUESTS * REQUEST + 8 + number * LANE;
  }

  // From five lines to fifty, at round times.
  drawAxis(context, { from, to, x }, colours) {
    const step = 10 ** Math.floor(Math.log10((to - from) / 5));
    context.strokeStyle = colours.getPropertyValue("--line");
    context.fillStyle = colours.getPropertyValue("--quiet");
    context.lineWidth = 1;
    context.fillText(`one line: ${words(step)}`, 6, AXIS / 2);
    context.beginPath();
    for (let time = Math.ceil(from / step) * step; time < to; time += step) {
      context.moveTo(Math.round(x(time)) + 0.5, AXIS / 2);
      context.lineTo(Math.round(x(time)) + 0.5, this.canvas.clientHeight);
    }
    context.stroke();
    context.fillText("requests", 6, AXIS + 12);
  }

  // Each in the first row that is free: where many wait for the same thing, they stand above each other.
  drawVisits(context, { from, to, x }, colours) {
    const rows = [];
    for (const visit of between(this.history.visits, from, to)) {
      const left = x(Math.max(visit.begin, from));
      const right = Math.max(left + 2, x(Math.min(visit.end, to)));
      let row = rows.findIndex((end) => end < left);
      row = row < 0 ? rows.length : row;
      rows[row] = right + 1;
      const y = AXIS + Math.min(row, MOST_REQUESTS - 1) * REQUEST;
      const kind = lengthOf(visit) >= LATE || !visit.outcome.includes(" 200") ? "late" : "page";
      this.box(context, colours, kind, left, y, right - left, REQUEST - 1, visit);
    }
  }

  drawLane(context, { from, to, x }, colours, name, number) {
    const top = this.laneTop(number);
    context.fillStyle = colours.getPropertyValue("--ink");
    context.fillText(name, 6, top + LANE / 2, NAMES - 10);
    const around = [];
    for (const stretch of between(this.history.stretchesOf(name), from, to)) {
      while (around.length > 0 && around.at(-1) <= stretch.begin) {
        around.pop();
      }
      const left = x(Math.max(stretch.begin, from));
      const right = Math.max(left + 1, x(Math.min(stretch.end, to)));
      const inset = Math.min(around.length * LEVEL, LANE - LEVEL - 4);
      around.push(stretch.end);
      this.box(
        context,
        colours,
        stretch.activity.toLowerCase(),
        left,
        top + 2 + inset,
        right - left,
        LANE - 4 - inset,
        stretch,
      );
    }
  }

  box(context, colours, kind, x, y, width, height, sight) {
    context.fillStyle = colours.getPropertyValue(`--${kind}`);
    context.fillRect(x, y, width, height);
    this.drawn.push({ x, y, width, height, sight });
  }

  // The innermost that is drawn there, or next to it.
  at(x, y) {
    const near = ({ x: left, y: top, width, height }) =>
      x >= left - 2 && x <= left + width + 2 && y >= top && y <= top + height;
    return this.drawn.findLast(near)?.sight;
  }
}
