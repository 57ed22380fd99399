import cluster from 'node:cluster';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ownName, ownRole } from '../process-role';
import { READY, Supervisor } from '../supervise';

/** A service of two processes that answer with their ids, and of a keeper; what it says goes to its parent. `FAILS`: it can't start. */
async function main(): Promise<void> {
  if (cluster.isPrimary) {
    cluster.on('listening', (_worker, address: AddressInfo) => tellParent({ port: address.port }));
    cluster.on('message', (_worker, message) => message === READY && tellParent({ ready: 1 }));
    const supervisor = new Supervisor({ answering: 2, hasKeeper: true }, (line) => tellParent({ line }));
    process.exit(await supervisor.keepGoing());
  }
  if (process.env['FAILS'] === ownName()) process.exit(3);
  if (ownRole() === 'keeper') {
    process.on('SIGTERM', () => process.exit(0));
    setInterval(() => undefined, 1_000);
  } else listen();
  tellParent(READY);
}

/** Whose parent was killed ends as well; that nobody hears it is no fault. */
const tellParent = (message: unknown): void =>
  void process.send?.(message, undefined, undefined, () => undefined);

function listen(): void {
  const server = createServer((request, response) => {
    const wait = request.url === '/slow' ? 700 : 0;
    setTimeout(() => response.end(JSON.stringify({ name: ownName(), pid: process.pid })), wait);
  });
  server.listen(0, '127.0.0.1');
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
}

void main();
