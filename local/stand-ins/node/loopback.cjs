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

// The parent holds the other end of stdin; its death, even by SIGKILL, closes that end.
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
