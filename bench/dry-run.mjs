// What a dry run over 10,000 open cases costs: node bench/dry-run.mjs [--quick]
import { runBundled, WITH_PROTOCOLS } from './run-bundled.mjs';

await runBundled('engine/dry-run', WITH_PROTOCOLS);
