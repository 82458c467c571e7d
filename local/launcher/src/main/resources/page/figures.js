// The figures at the top.

import { byId, setText } from "./dom.js";
import { isIncident, isOpen } from "./alerts.js";

export function showFigures(agents, alerts, figures) {
  showAgentCounts([...agents.values()]);
  showAlertCounts([...alerts.values()]);
  setText(byId("about"), figures.about ?? "Live floor");
  setText(byId("figure-messages"), String(figures.messages ?? "–"));
  setText(byId("figure-repeated"), figures.repeated > 0 ? `${figures.repeated} repeated` : "received");
  setText(byId("figure-p99"), figures.measured > 0 ? `${figures.p99} ms` : "–");
  setText(byId("figure-p50"), figures.measured > 0 ? `p99 of ${figures.measured} · p50 ${figures.p50} ms` : "p99, none measured yet");
}

function showAgentCounts(agents) {
  const offline = agents.filter((agent) => agent.state === "OFFLINE").length;
  setText(byId("figure-agents"), String(agents.length - offline));
  setText(byId("figure-offline"), `of ${agents.length} agents`);
}

function showAlertCounts(alerts) {
  const open = alerts.filter(isOpen);
  const incidents = open.filter(isIncident).length;
  const seen = open.filter((alert) => alert.status !== "FIRING").length;
  const critical = open.filter((alert) => alert.level === "CRITICAL").length;
  setText(byId("figure-firing"), String(open.length));
  setText(byId("figure-levels"), [
    `${critical} critical`,
    ...(incidents > 0 ? [`${incidents} ${incidents === 1 ? "incident" : "incidents"}`] : []),
    ...(seen > 0 ? [`${seen} acknowledged or muted`] : []),
  ].join(" · "));
  byId("figure-firing").classList.toggle("alarming", critical > 0);
  setText(byId("figure-over"), String(alerts.length - open.length));
  document.title = open.length > 0 ? `(${open.length}) Contact Pulse – live floor` : "Contact Pulse – live floor";
}
