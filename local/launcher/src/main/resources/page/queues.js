// The queues: how many contacts are served in time, who waits and who is there to answer.

import { arrange, byId, clock, element, setClock, setText } from "./dom.js";

const BY_NAME = new Intl.Collator("en", { numeric: true }).compare;

export function showQueues(queues) {
  const all = [...queues].map(([id, queue]) => ({ id, queue })).sort((a, b) => BY_NAME(queueName(a.queue, a.id), queueName(b.queue, b.id)));
  byId("queues").hidden = all.length === 0;
  arrange(byId("queue-rows"), all, ROW);
}

export function queueName(queue, id) {
  return queue?.queueName ?? (id ? `Queue …${id.slice(-4)}` : "Unknown queue");
}

const ROW = {
  key: ({ id }) => id,
  create() {
    const name = element("th", "queue-name");
    name.scope = "row";
    const cells = ["answered", "removed", "waiting"].map((part) => element("td", part));
    return element("tr", "", name, ...cells, element("td", "oldest", clock()), element("td", "staff"));
  },
  update(node, { id, queue }) {
    setText(node.querySelector(".queue-name"), queueName(queue, id));
    setText(node.querySelector(".answered"), percent(queue.serviceLevelAnswered));
    setText(node.querySelector(".removed"), percent(queue.serviceLevelRemoved));
    setText(node.querySelector(".waiting"), String(queue.waiting ?? "–"));
    showOldest(node.querySelector(".oldest"), queue.oldestWaitingSince);
    setText(node.querySelector(".staff"), `${queue.available ?? "–"} of ${queue.staffed ?? "–"}`);
    node.classList.toggle("unstaffed", queue.waiting > 0 && queue.available === 0);
  },
};

/** Service levels come in tenths of a percent. */
function percent(tenths) {
  return tenths === undefined ? "–" : `${(tenths / 10).toFixed(1)} %`;
}

function showOldest(cell, since) {
  const time = cell.firstChild;
  if (since === undefined) {
    delete time.dataset.since;
    setText(time, "–");
    return;
  }
  setClock(time, since);
}
