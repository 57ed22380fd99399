import { createHash } from 'node:crypto';
import type { Sha256 } from '../sha256';

/** SHA-256 of Node, for tests: what API and CLI hand in. */
export const nodeSha256: Sha256 = (data) => new Uint8Array(createHash('sha256').update(data).digest());
