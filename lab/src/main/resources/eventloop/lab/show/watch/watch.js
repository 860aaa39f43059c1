// Asks for the news of the servers, and shows them.

import { History, lengthOf, words } from "./history.js";
import { LATE, Lanes, registerColour } from "./lanes.js";

// In milliseconds.
const BETWEEN_NEWS = 250;
const BETWEEN_TABLES = 1000;

// In microseconds: the recorder of a server tells once a second, and is asked once a second.
const BEHIND = 3_000_000;
const TABLE = 5_000_000;

// How long what has been seen stays, before the moment at the right edge, and behind it while time is stopped.
const KEPT = 30_000_000;

const servers = [];
const trouble = document.getElementById("trouble");
const span = document.getElementById("span");
const pause = document.getElementById("pause");

// Of the watch, when this page's clock was at zero.
let origin = -Infinity;

// The moment at the right edge, while time is stopped.
let stoppedAt = null;

// How much of the time is shown at once, in microseconds.
let shown = Number(span.value);

let activities = {};

function now() {
  return origin + performance.now() * 1000;
}

function edge() {
  return stoppedAt ?? now() - BEHIND;
}

function addServer(name) {
  const section = document.getElementById("server").content.cloneNode(true).firstElementChild;
  const canvas = section.querySelector("canvas");
  const history = new History();
  const lanes = new Lanes(canvas, history);
  section.querySelector("h2").textContent = name;
  canvas.setAttribute("aria-label", `Threads and requests of ${name}; the table below says the same in words`);
  canvas.addEventListener("pointermove", ({ offsetX, offsetY }) => {
    const sight = lanes.at(offsetX, offsetY);
    section.querySelector(".pointed").textContent = sight ? sentence(sight) : "";
  });
  canvas.addEventListener("click", ({ offsetX }) => stop(lanes.momentAt(offsetX) + shown / 2));
  document.getElementById("servers").append(section);
  servers.push({ section, history, lanes, next: 0 });
}

function sentence(sight) {
  const length = words(lengthOf(sight));
  return sight.thread === undefined
    ? `A client wanted ${sight.errand.toLowerCase()}: ${sight.outcome} after ${length}`
    : `${sight.thread}: ${activities[sight.activity]} (${sight.method}), ${length}`;
}

// While time is stopped, what comes long after can wait: the watch keeps it.
function canWait() {
  return stoppedAt !== null && now() > stoppedAt + KEPT;
}

async function askAgainAndAgain() {
  const news = canWait() ? undefined : await askForNews();
  setTimeout(askAgainAndAgain, BETWEEN_NEWS);
  if (news !== undefined) {
    take(news);
  }
}

async function askForNews() {
  const numbers = servers.map((server) => server.next);
  try {
    return await (await fetch(`/news/${numbers.length === 0 ? "all" : numbers.join(",")}`)).json();
  } catch {
    trouble.textContent ||= "The watch has ended: nothing new comes.";
    return undefined;
  }
}

function take(news) {
  // The best guess so far: news that were long on their way, or a machine that has slept, make it too low.
  origin = Math.max(origin, news.now - performance.now() * 1000);
  if (servers.length === 0) {
    news.servers.forEach((server) => addServer(server.name));
    showLegend(news.activities);
  }
  news.servers.forEach((server, number) => {
    servers[number].next = server.next;
    servers[number].history.add(server.sights, edge() - KEPT);
  });
  const ended = news.servers.filter((server) => !server.alive).map((server) => server.name);
  trouble.textContent = ended.length === 0 ? "" : `${ended.join(" and ")} has ended.`;
}

function showLegend(legend) {
  activities = legend;
  for (const [activity, meaning] of Object.entries(legend)) {
    registerColour(activity.toLowerCase());
    const item = document.createElement("li");
    const colour = document.createElement("span");
    colour.className = "colour";
    colour.style.background = `var(--${activity.toLowerCase()})`;
    item.append(colour, meaning);
    document.getElementById("legend").append(item);
  }
}

function draw() {
  const to = edge();
  servers.forEach((server) => server.lanes.draw(to - shown, to));
}

function showTables() {
  for (const server of servers) {
    const to = edge();
    const rows = server.history.lanes().map((thread) => row(server.history, thread, to));
    server.section.querySelector("tbody").replaceChildren(...rows);
    server.section.querySelector(".answers").textContent = answers(server, to);
  }
}

function row(history, thread, to) {
  const { worked, longest } = history.summary(thread, to - TABLE, to);
  const cells = [
    thread,
    `${((100 * worked) / TABLE).toFixed(1)} %`,
    longest === undefined ? "" : `${words(lengthOf(longest))} (${activities[longest.activity]})`,
  ];
  const line = document.createElement("tr");
  cells.forEach((text, column) => {
    const cell = document.createElement(column === 0 ? "th" : "td");
    if (column === 0) {
      cell.scope = "row";
    }
    cell.textContent = text;
    line.append(cell);
  });
  return line;
}

function answers(server, to) {
  const visits = server.history.answered(to - TABLE, to);
  const late = visits.filter((visit) => lengthOf(visit) >= LATE);
  const hidden = server.lanes.hiddenLanes > 0 ? ` ${server.lanes.hiddenLanes} more threads are not drawn.` : "";
  return `${visits.length} requests answered; ${late.length} of them took ${words(LATE)} or longer.${hidden}`;
}

// Never to what is not known yet.
function move(byShares) {
  stop(Math.min(edge() + byShares * shown, now() - BEHIND));
}

function stop(at) {
  stoppedAt = at;
  pause.textContent = at === null ? "Stop" : "Go on";
  pause.setAttribute("aria-pressed", String(at !== null));
  draw();
}

pause.addEventListener("click", () => stop(stoppedAt === null ? edge() : null));
document.getElementById("earlier").addEventListener("click", () => move(-0.5));
document.getElementById("later").addEventListener("click", () => move(0.5));

// The middle of a picture that stands still stays where it is.
span.addEventListener("change", () => {
  const more = Number(span.value) - shown;
  shown += more;
  if (stoppedAt === null) {
    draw();
  } else {
    stop(stoppedAt + more / 2);
  }
});

for (const button of document.querySelectorAll("[data-errand]")) {
  button.addEventListener("click", () => fetch(`/errands/${button.dataset.errand}`, { method: "POST" }));
}

// Who does not like things to move sees a new picture once a second.
const isCalm = matchMedia("(prefers-reduced-motion: reduce)");

function drawAgain() {
  if (!isCalm.matches && stoppedAt === null) {
    draw();
  }
  requestAnimationFrame(drawAgain);
}

setInterval(() => {
  showTables();
  draw();
}, BETWEEN_TABLES);
askAgainAndAgain();
requestAnimationFrame(drawAgain);
