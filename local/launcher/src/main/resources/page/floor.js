// Keeps the page equal to what the server pushes, and says so when it cannot.

import { byId, setServerTime, setText, tick } from "./dom.js";
import { showAgents } from "./agents.js";
import { announce, breachesByAgent, showAlerts } from "./alerts.js";
import { showFigures } from "./figures.js";
import { showQueues } from "./queues.js";

const SILENCE_MEANS_LOST = 6_000;
const RETRY_AFTER = 2_000;

let agents = new Map();
let alerts = new Map();
let queues = new Map();
let figures = {};
let connection;
let lastSign = Date.now();
let retryTimer;

function connect() {
  clearTimeout(retryTimer);
  connection?.close();
  lastSign = Date.now();
  connection = new EventSource("/events");
  connection.addEventListener("snapshot", (event) => receive(event, { fresh: true }));
  connection.addEventListener("change", (event) => receive(event, { fresh: false }));
  connection.addEventListener("alive", () => (lastSign = Date.now()));
  connection.addEventListener("end", ended);
  connection.addEventListener("error", lost);
}

function receive(event, { fresh }) {
  const message = JSON.parse(event.data);
  lastSign = Date.now();
  setServerTime(message.now);
  hideBanner();
  const alertsBefore = alerts;
  agents = merged(fresh ? new Map() : agents, message.agents);
  alerts = merged(fresh ? new Map() : alerts, message.alerts);
  queues = merged(fresh ? new Map() : queues, message.queues);
  figures = message.figures;
  render();
  if (!fresh) {
    announce(alertsBefore, alerts, { agents, queues });
  }
}

function merged(known, changes) {
  const result = new Map(known);
  for (const [id, entry] of Object.entries(changes)) {
    if (entry === null) {
      result.delete(id);
    } else {
      result.set(id, entry);
    }
  }
  return result;
}

function render() {
  showAgents(agents, breachesByAgent(alerts));
  showQueues(queues);
  showAlerts(alerts, { agents, queues });
  showFigures(agents, alerts, figures);
}

function lost() {
  connection.close();
  showBanner("Connection lost. What you see may be out of date. Trying again …", "lost");
  retryTimer = setTimeout(connect, RETRY_AFTER);
}

function ended() {
  connection.close();
  showBanner("The demo has ended. This page goes on when it is started again.", "ended");
  retryTimer = setTimeout(waitForNext, RETRY_AFTER);
}

/** After a planned end a failing connection is expected, so the message stays as it is. */
function waitForNext() {
  const probe = new EventSource("/events");
  probe.addEventListener("error", () => {
    probe.close();
    retryTimer = setTimeout(waitForNext, RETRY_AFTER);
  });
  probe.addEventListener("open", () => {
    probe.close();
    connect();
  });
}

function showBanner(text, kind) {
  setText(byId("banner-text"), text);
  byId("banner").className = `banner ${kind}`;
  byId("banner").hidden = false;
  byId("floor").classList.add("stale");
}

function hideBanner() {
  byId("banner").hidden = true;
  byId("floor").classList.remove("stale");
}

function watchOver() {
  if (connection.readyState === EventSource.OPEN && Date.now() - lastSign > SILENCE_MEANS_LOST) {
    lost();
  }
}

byId("retry").addEventListener("click", connect);
setInterval(() => {
  if (!byId("banner").classList.contains("ended") || byId("banner").hidden) {
    tick();
  }
  watchOver();
}, 1_000);
connect();
