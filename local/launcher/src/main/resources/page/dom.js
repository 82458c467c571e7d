// Small tools to build and update the page. Data only ever becomes text, never markup.

const SVG = "http://www.w3.org/2000/svg";

let clockOffset = 0;

/** Tells how far the server's clock is ahead of this browser's. */
export function setServerTime(serverMillis) {
  clockOffset = serverMillis - Date.now();
}

export function serverNow() {
  return Date.now() + clockOffset;
}

export function byId(id) {
  return document.getElementById(id);
}

export function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) {
    node.className = className;
  }
  node.append(...children);
  return node;
}

/** Writes only what differs, so that nothing flickers and selections survive. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

export function setClass(node, className) {
  if (node.className !== className) {
    node.className = className;
  }
}

export function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  picture.append(use);
  return picture;
}

export function setIcon(picture, name) {
  const use = picture.firstChild;
  if (use.getAttribute("href") !== `#icon-${name}`) {
    use.setAttribute("href", `#icon-${name}`);
  }
}

/** A clock that runs by itself from a moment on. */
export function clock() {
  return element("time", "clock");
}

export function setClock(node, since) {
  if (node.dataset.since !== String(since)) {
    node.dataset.since = since;
    tickOne(node, serverNow());
  }
}

export function tick() {
  const now = serverNow();
  for (const node of document.querySelectorAll("time[data-since]")) {
    tickOne(node, now);
  }
}

function tickOne(node, now) {
  const text = stopwatch(now - Number(node.dataset.since));
  if (node.textContent !== text) {
    node.textContent = text;
    node.dateTime = `PT${Math.max(0, Math.floor((now - Number(node.dataset.since)) / 1000))}S`;
  }
}

/** 4:07 or 1:04:07. */
export function stopwatch(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const pad = (value) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}`
    : `${minutes}:${pad(seconds % 60)}`;
}

/** "4 minutes 7 seconds", for listeners. */
export function spoken(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} minutes ${seconds % 60} seconds` : `${seconds} seconds`;
}

export function timeOfDay(millis) {
  return new Date(millis).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/**
 * Makes the children of a list match the entries, in order. Nodes are kept for entries that stay: a focused or
 * selected one is not replaced under the reader's hands.
 */
export function arrange(parent, entries, { key, create, update }) {
  const present = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  let next = parent.firstElementChild;
  for (const entry of entries) {
    const id = key(entry);
    const node = present.get(id) ?? create(entry);
    present.delete(id);
    node.dataset.key = id;
    update(node, entry);
    if (node === next) {
      next = next.nextElementSibling;
    } else {
      parent.insertBefore(node, next);
    }
  }
  present.forEach((node) => node.remove());
}
