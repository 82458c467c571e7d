// The alerts: those that are open, newest first, with those of one incident inside it; below them those that are over.

import { arrange, byId, clock, element, icon, serverNow, setClass, setClock, setIcon, setText, spoken, stopwatch, timeOfDay } from "./dom.js";
import { describeState, levelLabel, nameOf } from "./agents.js";
import { commandBar, settleCommands, updateCommands } from "./commands.js";
import { queueName } from "./queues.js";

const OPEN = new Set(["FIRING", "ACKNOWLEDGED", "SUPPRESSED"]);
const STATUS = { FIRING: "Firing", ACKNOWLEDGED: "Acknowledged", SUPPRESSED: "Muted", RESOLVED: "Resolved", RETRACTED: "Retracted", EXPIRED: "Expired" };
const MOST_OVER = 12;
const MOST_SPOKEN = 3;
const FADED_AFTER_MINUTES = [1, 3, 6];

export function isOpen(alert) {
  return OPEN.has(alert.status) && alert.resolvedAt === undefined;
}

export function isIncident(alert) {
  return alert.entityType === "INCIDENT";
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

export function showAlerts(alerts, floor) {
  settleCommands(alerts);
  const all = [...alerts].map(([id, alert]) => ({ id, alert, ...describe(alert, floor) }));
  const children = childrenByIncident(all, alerts);
  const top = all
    .filter(({ alert }) => !alerts.has(alert.incidentId))
    .map((entry) => ({ ...entry, children: children.get(entry.id) ?? [] }));
  const open = top.filter(({ alert }) => isOpen(alert)).sort(newestFirst);
  const over = top.filter(({ alert }) => !isOpen(alert)).sort((a, b) => endOf(b) - endOf(a)).slice(0, MOST_OVER);
  byId("no-firing").hidden = open.length > 0;
  byId("over-title").hidden = over.length === 0;
  arrange(byId("firing"), open, FIRING);
  arrange(byId("over"), over, OVER);
}

function childrenByIncident(all, alerts) {
  const children = new Map();
  for (const entry of [...all].sort(newestFirst)) {
    const { incidentId } = entry.alert;
    if (alerts.has(incidentId)) {
      children.set(incidentId, [...(children.get(incidentId) ?? []), entry]);
    }
  }
  return children;
}

/** Who or what it is about, and what is the matter, in words. */
function describe(alert, { agents, queues }) {
  const agent = agents.get(alert.agentId);
  switch (alert.entityType) {
    case "INCIDENT":
      return { who: readable(alert.ruleId), what: cause(alert.reason ?? ""), agent };
    case "QUEUE":
      return { who: queueName(queues.get(alert.queueId), alert.queueId), what: readable(alert.ruleId), agent };
    case "INSTANCE":
      return { who: "Connect instance", what: readable(alert.ruleId), agent };
    default:
      return { who: nameOf(agent, alert.agentId), what: stateOf(alert, agent), agent };
  }
}

/** Not every rule watches a state; the others are best told by their own name. */
function stateOf(alert, agent) {
  return alert.state === undefined || alert.state === "UNKNOWN"
    ? readable(alert.ruleId)
    : describeState({ ...alert, agentKind: agent?.agentKind }).label;
}

/** "ROUTING_PROFILE sales-voice" reads "routing profile sales-voice". */
function cause(reason) {
  return reason.replace(/^[A-Z_]+(?= )/, (kind) => kind.toLowerCase().replaceAll("_", " "));
}

function readable(ruleId) {
  const words = ruleId.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Says aloud what is new. A burst is summed up: nobody listens to twenty alerts in a row. */
export function announce(before, alerts, floor) {
  const news = [...alerts].filter(([id, alert]) => {
    const old = before.get(id);
    return !old || old.level !== alert.level || old.status !== alert.status;
  });
  if (news.length === 0) {
    return;
  }
  // An incident says more than the alerts in it.
  const first = news.filter(([, alert]) => isIncident(alert));
  const told = news.length > MOST_SPOKEN && first.length > 0 ? first : news;
  const text = told.length > MOST_SPOKEN
    ? `${told.length} alerts changed`
    : told.map(([, alert]) => sentence(alert, floor)).join(". ");
  setText(byId("announcer"), text);
}

function sentence(alert, floor) {
  const kind = alert.status === "FIRING" ? levelLabel(alert.level) : (STATUS[alert.status] ?? "Over");
  const until = isOpen(alert) ? serverNow() : (alert.resolvedAt ?? serverNow());
  const { who, what } = describe(alert, floor);
  return `${kind}: ${who}, ${what}, ${spoken(until - alert.stateStart)}`;
}

function newestFirst(a, b) {
  return raisedAt(b.alert) - raisedAt(a.alert) || (a.id < b.id ? -1 : 1);
}

function raisedAt(alert) {
  return alert.warnAt ?? alert.criticalAt ?? alert.stateStart;
}

function endOf({ alert }) {
  return alert.resolvedAt ?? alert.stateStart;
}

const FIRING = {
  key: ({ id }) => id,
  create(entry) {
    const level = element("p", "level", icon("warn"), element("span", "level-name"), element("span", "status"), clock());
    const who = element("p", "who", entry.alert.agentId ? element("a", "name") : element("b", "name"), element("span", "label"));
    const item = element("li", "alert", level, who, element("p", "facts"), element("p", "action"), commandBar());
    item.querySelector("a")?.addEventListener("click", showAgent);
    if (isIncident(entry.alert)) {
      item.append(childList());
    }
    return item;
  },
  update(node, entry) {
    const { alert, who, what } = entry;
    setClass(node, `alert ${alert.level.toLowerCase()}${alert.status === "FIRING" ? "" : " seen"}${isIncident(alert) ? " incident" : ""}`);
    setIcon(node.querySelector(".icon"), alert.level === "CRITICAL" ? "critical" : "warn");
    setText(node.querySelector(".level-name"), isIncident(alert) ? "Incident" : levelLabel(alert.level));
    setText(node.querySelector(".status"), alert.status === "FIRING" ? "" : STATUS[alert.status]);
    setClock(node.querySelector(".level .clock"), alert.stateStart);
    showName(node.querySelector(".name"), entry);
    setText(node.querySelector(".who .label"), what);
    setText(node.querySelector(".facts"), facts(alert));
    setText(node.querySelector(".action"), alert.suggestedAction ?? "");
    updateCommands(node.querySelector(".commands"), { ...entry, about: `${who}, ${what}` });
    if (isIncident(alert)) {
      showChildren(node.querySelector("details"), entry.children);
    }
  },
};

const CHILD = {
  key: ({ id }) => id,
  create(entry) {
    const who = element("p", "who", entry.alert.agentId ? element("a", "name") : element("b", "name"), element("span", "label"), element("span", "status"), clock());
    const item = element("li", "child", who, commandBar());
    item.querySelector("a")?.addEventListener("click", showAgent);
    return item;
  },
  update(node, entry) {
    const { alert, who, what } = entry;
    const open = isOpen(alert);
    setClass(node, `child ${open ? alert.level.toLowerCase() : "ended"}`);
    showName(node.querySelector(".name"), entry);
    setText(node.querySelector(".label"), what);
    setText(node.querySelector(".status"), alert.status === "FIRING" ? levelLabel(alert.level) : STATUS[alert.status]);
    showDuration(node.querySelector(".clock"), alert);
    node.querySelector(".commands").hidden = !open;
    updateCommands(node.querySelector(".commands"), { ...entry, about: `${who}, ${what}` });
  },
};

function childList() {
  return element("details", "children", element("summary"), element("ul"));
}

function showChildren(details, children) {
  const open = children.filter(({ alert }) => isOpen(alert)).length;
  details.hidden = children.length === 0;
  setText(details.firstChild, `${children.length} ${children.length === 1 ? "alert" : "alerts"} in it, ${open} open`);
  arrange(details.lastChild, children, CHILD);
}

function showName(node, { alert, who }) {
  setText(node, who);
  if (alert.agentId) {
    node.href = `#agent-${alert.agentId}`;
  }
}

/** A running clock, or how long it took. */
function showDuration(node, alert) {
  if (isOpen(alert)) {
    setClock(node, alert.stateStart);
    return;
  }
  delete node.dataset.since;
  setText(node, alert.resolvedAt ? stopwatch(alert.resolvedAt - alert.stateStart) : "");
}

const OVER = {
  key: ({ id, alert }) => `${id} ${alert.status}`,
  create: () => element("li", "alert", element("p", "who", element("b"), element("span", "label"), element("span", "lasted")), element("p", "facts")),
  update(node, { alert, who, what, children }) {
    setClass(node, `alert faded-${fading(alert)}`);
    setText(node.querySelector("b"), who);
    setText(node.querySelector(".label"), what);
    setText(node.querySelector(".lasted"), alert.resolvedAt ? stopwatch(alert.resolvedAt - alert.stateStart) : "");
    setText(node.querySelector(".facts"), ending(alert, children));
  },
};

function facts(alert) {
  const since = `since ${timeOfDay(alert.stateStart)}`;
  const team = alert.team ? [alert.team] : [];
  const reason = alert.reason && !isIncident(alert) ? [alert.reason] : [];
  return [since, ...team, `rule ${alert.ruleId}`, ...reason].join(" · ");
}

function ending(alert, children) {
  const status = STATUS[alert.status] ?? "Over";
  const at = alert.resolvedAt ? ` at ${timeOfDay(alert.resolvedAt)}` : "";
  const inIt = isIncident(alert) ? [`${children.length} alerts in it`] : [];
  return [`${status}${at}`, `was ${levelLabel(alert.level).toLowerCase()}`, ...inIt, `rule ${alert.ruleId}`].join(" · ");
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
