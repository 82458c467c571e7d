'use strict';

// Preloaded into each emulator: it then listens on the loopback interface only, prints where, and ends with its parent.
const net = require('node:net');

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (...given) {
  const [first] = given;
  const options = typeof first === 'object' && first !== null ? first : { port: Number(first) };
  const callback = given.find((argument) => typeof argument === 'function');
  this.once('listening', () => process.stdout.write(`listening ${this.address().port}\n`));
  return listen.call(this, { ...options, host: '127.0.0.1' }, callback);
};

// Ctrl-C reaches every process of a terminal. The parent decides what it means; until then it still needs its emulators.
const fromTheTerminal = new Set(['SIGINT', 'SIGHUP']);
fromTheTerminal.forEach((signal) => process.on(signal, () => {}));
for (const method of ['on', 'once', 'addListener', 'prependListener']) {
  const original = process[method];
  process[method] = function (event, listener) {
    return fromTheTerminal.has(event) ? this : original.call(this, event, listener);
  };
}

// The parent holds the other end of stdin; its death, even by SIGKILL, closes that end. An emulator in the middle of a
// request was seen to miss it, so the parent's id is watched too. SIGKILL, because an emulator may hook a polite exit.
const parent = process.ppid;
const end = () => process.kill(process.pid, 'SIGKILL');
process.stdin.on('end', end);
process.stdin.resume();
setInterval(() => process.ppid === parent || end(), 500).unref();
