// What it costs to prove and to verify the record: node bench/record/verify.mjs [--quick]
import { runBundled } from '../run-bundled.mjs';

await runBundled('record/verify', { format: 'esm' });
