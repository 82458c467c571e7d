// The buttons on an alert. What was asked for shows as pending until the alert's own row says that it happened.

import { byId, element, setText } from "./dom.js";

const PATIENCE = 15_000;
const MUTE_MINUTES = 15;
/** An acknowledgement also ends a mute; only it can be undone. */
const ACTIONS = [
  { type: "ack", label: "Acknowledge", asked: "Acknowledging …", fits: (alert) => alert.status !== "ACKNOWLEDGED" },
  { type: "mute", label: `Mute ${MUTE_MINUTES} min`, asked: "Muting …", fits: (alert) => alert.status !== "SUPPRESSED" },
  { type: "unack", label: "Undo", asked: "Undoing …", fits: (alert) => alert.status === "ACKNOWLEDGED" },
];

/** By alert id: what was asked for, the status it was asked in, and what came of it so far. */
const requests = new Map();

/** Call with the alerts whenever they change: a request is over once its alert's status is another. */
export function settleCommands(alerts) {
  for (const [id, request] of requests) {
    if (alerts.get(id)?.status !== request.status) {
      requests.delete(id);
    }
  }
}

export function commandBar() {
  const buttons = ACTIONS.map(({ type, label }) => {
    const button = element("button", "command", label);
    button.type = "button";
    button.dataset.type = type;
    button.addEventListener("click", press);
    return button;
  });
  return element("div", "commands", ...buttons, statusLine());
}

export function updateCommands(bar, { id, alert, about }) {
  bar.dataset.alertId = id;
  bar.dataset.status = alert.status;
  const buttons = [...bar.querySelectorAll("button")];
  const pressed = buttons.find((button) => button === document.activeElement);
  ACTIONS.forEach(({ label, fits }, index) => {
    buttons[index].hidden = !fits(alert);
    buttons[index].setAttribute("aria-label", `${label}: ${about}`);
  });
  if (pressed?.hidden) {
    // Whoever works with the keyboard stays at this alert.
    buttons.find((button) => !button.hidden)?.focus();
  }
  showRequest(bar);
}

function showRequest(bar) {
  const request = requests.get(bar.dataset.alertId);
  const waiting = request !== undefined && !request.failed;
  bar.classList.toggle("pending", waiting);
  for (const button of bar.querySelectorAll("button")) {
    button.setAttribute("aria-disabled", String(waiting));
  }
  const line = bar.querySelector(".outcome");
  line.classList.toggle("failed", request?.failed ?? false);
  setText(line, request?.text ?? "");
}

function statusLine() {
  const line = element("p", "outcome");
  line.setAttribute("role", "status");
  return line;
}

function press(event) {
  const button = event.currentTarget;
  if (button.getAttribute("aria-disabled") === "true") {
    return;
  }
  const bar = button.parentElement;
  const { type, asked } = ACTIONS.find((action) => action.type === button.dataset.type);
  const request = { status: bar.dataset.status, text: asked, failed: false };
  const { alertId } = bar.dataset;
  requests.set(alertId, request);
  showRequest(bar);
  send({ alertId, type, by: byId("by").value, ...(type === "mute" ? { minutes: MUTE_MINUTES } : {}) })
    .then(() => setTimeout(() => fail(request, "Sent, but the alert has not changed yet."), PATIENCE))
    .catch((problem) => fail(request, `Not done: ${problem.message}.`));
}

function fail(request, text) {
  request.failed = true;
  request.text = text;
  document.querySelectorAll(".commands").forEach(showRequest);
}

async function send(command) {
  let answer;
  try {
    answer = await fetch("/commands", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(command),
    });
  } catch {
    throw new Error("the demo cannot be reached");
  }
  if (!answer.ok) {
    throw new Error((await answer.json().catch(() => ({}))).error ?? `the demo answered ${answer.status}`);
  }
}
