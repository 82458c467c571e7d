// The alerts: those that fire, worst and longest first; below them those that are over, newest first.

import { arrange, byId, clock, element, icon, serverNow, setClass, setClock, setText, spoken, stopwatch, timeOfDay } from "./dom.js";
import { describeState, levelLabel, nameOf } from "./agents.js";

const OPEN = new Set(["FIRING", "ACKNOWLEDGED"]);
const STATUS = { RESOLVED: "Resolved", RETRACTED: "Retracted", SUPPRESSED: "Suppressed", EXPIRED: "Expired" };
const MOST_OVER = 12;
const MOST_SPOKEN = 3;
const FADED_AFTER_MINUTES = [1, 3, 6];

export function isOpen(alert) {
  return OPEN.has(alert.status);
}

export function breachesByAgent(alerts) {
  const breaches = new Map();
  for (const alert of alerts.values()) {
    if (isOpen(alert) && alert.agentId && breaches.get(alert.agentId) !== "CRITICAL") {
      breaches.set(alert.agentId, alert.level);
    }
  }
  return breaches;
}

export function showAlerts(alerts, agents) {
  const all = [...alerts].map(([id, alert]) => ({ id, alert, agent: agents.get(alert.agentId) }));
  const open = all.filter(({ alert }) => isOpen(alert)).sort(byUrgency);
  const over = all.filter(({ alert }) => !isOpen(alert)).sort((a, b) => endOf(b) - endOf(a)).slice(0, MOST_OVER);
  byId("no-firing").hidden = open.length > 0;
  byId("over-title").hidden = over.length === 0;
  arrange(byId("firing"), open, FIRING);
  arrange(byId("over"), over, OVER);
}

/** Says aloud what is new. A burst is summed up: nobody listens to twenty alerts in a row. */
export function announce(before, alerts, agents) {
  const news = [...alerts].filter(([id, alert]) => {
    const old = before.get(id);
    return !old || old.level !== alert.level || old.status !== alert.status;
  });
  if (news.length === 0) {
    return;
  }
  const text = news.length > MOST_SPOKEN
    ? `${news.length} alerts changed`
    : news.map(([, alert]) => sentence(alert, agents.get(alert.agentId))).join(". ");
  setText(byId("announcer"), text);
}

function sentence(alert, agent) {
  const kind = isOpen(alert) ? levelLabel(alert.level) : (STATUS[alert.status] ?? "Over");
  const until = isOpen(alert) ? serverNow() : (alert.resolvedAt ?? serverNow());
  const state = describeState({ ...alert, agentKind: agent?.agentKind });
  return `${kind}: ${nameOf(agent, alert.agentId)}, ${state.label}, ${spoken(until - alert.stateStart)}`;
}

function byUrgency(a, b) {
  const rank = ({ alert }) => (alert.level === "CRITICAL" ? 0 : 1);
  return rank(a) - rank(b) || a.alert.stateStart - b.alert.stateStart || (a.id < b.id ? -1 : 1);
}

function endOf({ alert }) {
  return alert.resolvedAt ?? alert.stateStart;
}

const FIRING = {
  key: ({ id, alert }) => `${id} ${alert.level}`,
  create({ alert }) {
    const level = element("p", "level", icon(alert.level === "CRITICAL" ? "critical" : "warn"), levelLabel(alert.level), clock());
    const who = element("p", "who", element("a"), element("span", "label"));
    const item = element("li", `alert ${alert.level.toLowerCase()}`, level, who, element("p", "facts"), element("p", "action"));
    item.querySelector("a").addEventListener("click", showAgent);
    return item;
  },
  update(node, { alert, agent }) {
    const link = node.querySelector("a");
    setText(link, nameOf(agent, alert.agentId));
    link.href = `#agent-${alert.agentId}`;
    setText(node.querySelector(".label"), describeState({ ...alert, agentKind: agent?.agentKind }).label);
    setClock(node.querySelector(".clock"), alert.stateStart);
    setText(node.querySelector(".facts"), facts(alert));
    setText(node.querySelector(".action"), alert.suggestedAction ?? "");
  },
};

const OVER = {
  key: ({ id, alert }) => `${id} ${alert.status}`,
  create: () => element("li", "alert", element("p", "who", element("b"), element("span", "label"), element("span", "lasted")), element("p", "facts")),
  update(node, { alert, agent }) {
    setClass(node, `alert faded-${fading(alert)}`);
    setText(node.querySelector("b"), nameOf(agent, alert.agentId));
    setText(node.querySelector(".label"), describeState({ ...alert, agentKind: agent?.agentKind }).label);
    setText(node.querySelector(".lasted"), alert.resolvedAt ? stopwatch(alert.resolvedAt - alert.stateStart) : "");
    setText(node.querySelector(".facts"), ending(alert));
  },
};

function facts(alert) {
  const since = `since ${timeOfDay(alert.stateStart)}`;
  const seen = alert.status === "ACKNOWLEDGED" ? ["acknowledged"] : [];
  const team = alert.team ? [alert.team] : [];
  return [since, ...team, `rule ${alert.ruleId}`, ...seen].join(" · ");
}

function ending(alert) {
  const status = STATUS[alert.status] ?? "Over";
  const at = alert.resolvedAt ? ` at ${timeOfDay(alert.resolvedAt)}` : "";
  return `${status}${at} · was ${levelLabel(alert.level).toLowerCase()} · rule ${alert.ruleId}`;
}

function fading(alert) {
  const minutes = (serverNow() - (alert.resolvedAt ?? alert.stateStart)) / 60_000;
  return FADED_AFTER_MINUTES.filter((limit) => minutes >= limit).length;
}

/** Moves the reader, and not only the view, to the agent's card. */
function showAgent(event) {
  const card = document.getElementById(event.currentTarget.getAttribute("href").slice(1));
  if (card) {
    event.preventDefault();
    card.scrollIntoView({ block: "center" });
    card.focus({ preventScroll: true });
  }
}
