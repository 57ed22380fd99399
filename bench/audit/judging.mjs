// What judging a case costs beside showing it: node bench/audit/judging.mjs [--quick]
import { runBundled, WITH_PROTOCOLS } from '../run-bundled.mjs';

await runBundled('audit/judging', WITH_PROTOCOLS);
