// How fast a bundle of 100,000 acts is verified in Node: node bench/record/verify-bundle.mjs [--quick] [--mixed]
import { runBundled, WITH_PROTOCOLS } from '../run-bundled.mjs';

await runBundled('record/verify-bundle', WITH_PROTOCOLS);
