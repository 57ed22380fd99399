import { createServer } from 'node:net';

/** A port of this machine that nobody listens on at this moment: `port` itself (fails where it is taken), or any for 0. */
export function freePort(port = 0) {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(port, '127.0.0.1', () => {
      const taken = probe.address().port;
      probe.close(() => found(taken));
    });
  });
}
