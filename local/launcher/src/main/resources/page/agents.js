// The agents: one card each, by team. Those who are offline are only named.

import { arrange, byId, clock, element, icon, setClass, setClock, setIcon, setText } from "./dom.js";

const STATES = {
  ERROR: { label: "Error", tone: "trouble" },
  MISSED: { label: "Missed", tone: "trouble" },
  REJECTED: { label: "Rejected", tone: "trouble" },
  RINGING: { label: "Ringing", tone: "ringing" },
  ON_HOLD: { label: "On hold", tone: "hold" },
  ON_CONTACT: { label: "On contact", tone: "talk" },
  PAUSED: { label: "Paused", tone: "hold" },
  ACW: { label: "Wrap-up", tone: "wrap" },
  AVAILABLE: { label: "Available", tone: "free" },
  CUSTOM: { label: "Away", tone: "away" },
  OFFLINE: { label: "Offline", tone: "offline" },
  UNKNOWN: { label: "Unknown", tone: "unknown" },
};
const NO_TEAM = "No team";
const CHANNELS = { VOICE: "Voice", CHAT: "Chat", TASK: "Task", EMAIL: "E-mail" };
const BY_NAME = new Intl.Collator("en", { numeric: true }).compare;

export function describeState(subject) {
  const known = STATES[subject.state] ?? STATES.UNKNOWN;
  if (subject.state === "CUSTOM" && subject.customStatus) {
    return { label: subject.customStatus, tone: subject.agentKind === "AI" ? "machine" : known.tone };
  }
  return known;
}

export function nameOf(agent, id) {
  if (agent?.username) {
    return agent.username;
  }
  const kind = agent?.agentKind === "AI" ? "AI agent" : "Agent";
  return id ? `${kind} …${id.slice(-4)}` : "Unknown agent";
}

let columns = 1;
let shown = [];

/** Small teams stand side by side: each is as wide as its cards, and none wider than the page. */
new ResizeObserver(([{ target }]) => {
  const now = getComputedStyle(target).gridTemplateColumns.split(" ").length;
  if (now !== columns) {
    columns = now;
    showTeams();
  }
}).observe(byId("teams"));

/** Breaches maps an agent's id to the highest level that fires for that agent. */
export function showAgents(agents, breaches) {
  const present = [...agents].map(([id, agent]) => ({ id, agent, breach: breaches.get(id) }));
  byId("no-agents").hidden = present.length > 0;
  arrange(byId("states"), countStates(present), STATE_COUNT);
  shown = present;
  showTeams();
}

function showTeams() {
  arrange(byId("teams"), teams(shown), TEAM);
}

function countStates(members) {
  const counts = new Map();
  for (const { agent } of members) {
    const group = agent.state === "CUSTOM" && agent.agentKind === "AI"
      ? { label: "AI at work", tone: "machine" }
      : (STATES[agent.state] ?? STATES.UNKNOWN);
    const entry = counts.get(group.label) ?? { ...group, count: 0 };
    entry.count += 1;
    counts.set(group.label, entry);
  }
  const order = [...Object.values(STATES).map((state) => state.label), "AI at work"];
  return [...counts.values()].sort((a, b) => order.indexOf(a.label) - order.indexOf(b.label));
}

function teams(members) {
  const byTeam = groupBy(members, teamOf);
  return [...byTeam]
    .map(([name, all]) => ({ name, ...split(all) }))
    .sort((a, b) => (a.name === NO_TEAM) - (b.name === NO_TEAM) || BY_NAME(a.name, b.name));
}

function groupBy(members, keyOf) {
  const groups = new Map();
  members.forEach((member) => groups.set(keyOf(member), [...(groups.get(keyOf(member)) ?? []), member]));
  return groups;
}

function teamOf({ agent }) {
  return agent.team ?? NO_TEAM;
}

function split(members) {
  members.sort((a, b) => BY_NAME(nameOf(a.agent, a.id), nameOf(b.agent, b.id)));
  const isOffline = ({ agent }) => agent.state === "OFFLINE";
  return { atWork: members.filter((member) => !isOffline(member)), offline: members.filter(isOffline) };
}

const STATE_COUNT = {
  key: (entry) => entry.label,
  create: (entry) => element("li", "", icon(entry.tone), element("b"), element("span", "", entry.label)),
  update(node, entry) {
    setClass(node, `tone-${entry.tone}`);
    setText(node.querySelector("b"), String(entry.count));
  },
};

const TEAM = {
  key: (team) => team.name,
  create(team) {
    const title = element("h3", "", element("span", "", team.name), element("small"));
    return element("section", "team", title, element("ul", "cards"), element("p", "offline"));
  },
  update(node, team) {
    node.style.gridColumn = `span ${Math.min(Math.max(team.atWork.length, 1), columns)}`;
    setText(node.querySelector("small"), team.atWork.length > 1 ? `${team.atWork.length} agents` : "");
    arrange(node.querySelector(".cards"), team.atWork, CARD);
    const names = team.offline.map(({ agent, id }) => nameOf(agent, id)).join(", ");
    setText(node.querySelector(".offline"), names ? `Offline: ${names}` : "");
  },
};

const CARD = {
  key: (member) => member.id,
  create(member) {
    const head = element("div", "head", element("h4"), element("span", "badge"));
    const state = element("p", "state", icon("unknown"), element("span", "label"), clock());
    const card = element("li", "card", head, state, element("ul", "chips"));
    card.id = `agent-${member.id}`;
    card.tabIndex = -1;
    return card;
  },
  update(node, { id, agent, breach }) {
    const state = describeState(agent);
    setClass(node, `card tone-${state.tone}${breach ? ` breach-${breach.toLowerCase()}` : ""}`);
    setText(node.querySelector("h4"), nameOf(agent, id));
    setText(node.querySelector(".badge"), breach ? levelLabel(breach) : agent.agentKind === "AI" ? "AI" : "");
    setIcon(node.querySelector(".state .icon"), state.tone);
    setText(node.querySelector(".label"), state.label);
    setClock(node.querySelector(".state .clock"), agent.stateStart);
    arrange(node.querySelector(".chips"), agent.contacts, CHIP);
  },
};

const CHIP = {
  key: (contact) => contact.contactId,
  create: () => element("li", "chip", icon("unknown"), element("span", "label"), clock()),
  update(node, contact) {
    const state = describeState(contact);
    setClass(node, `chip tone-${state.tone}`);
    setIcon(node.querySelector(".icon"), state.tone);
    const channel = CHANNELS[contact.channel] ?? "Contact";
    setText(node.querySelector(".label"), contact.state === "ON_CONTACT" ? channel : `${channel}, ${state.label.toLowerCase()}`);
    setClock(node.querySelector(".clock"), contact.stateStart);
  },
};

export function levelLabel(level) {
  return level === "CRITICAL" ? "Critical" : level === "WARN" ? "Warning" : "Alert";
}
