// How fast the engine is beside others, with the garbage collector at hand: node bench/engine.mjs [--quick]
import { runBundled } from './run-bundled.mjs';

await runBundled('engine/main', {
  node: ['--expose-gc'],
  format: 'esm',
  // Contenders run as published.
  external: ['xstate', 'bpmn-engine', 'temporal-polyfill', 'lezer-feel', 'yaml'],
});
