// Stands in for the sandbox's program where a test is about its limits: does what the input says.
require('@swc-node/register');
const { watchLimits } = require('../platform/sandbox/watch-limits');

const time = watchLimits();
process.on('message', ({ id, input }) => {
  if (input.most) time.beginCount(input.most);
  if (input.loop) for (;;);
  if (input.crash) process.abort();
  if (input.exit) process.exit(0);
  if (input.fill) {
    const kept = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, n) => ({ n })));
  }
  if (input.buffers) {
    const kept = [];
    return setInterval(() => kept.push(Buffer.alloc(2 ** 28, 1)), 5);
  }
  if (input.steps) return process.send({ id, stopped: 'steps' });
  if (input.fault) return process.send({ id, fault: input.fault });
  const output = { pid: process.pid, key: process.env.REPERE_KEK ?? null, given: input };
  setTimeout(() => {
    time.endCount();
    process.send({ id, output });
  }, input.rest ?? 0);
});
