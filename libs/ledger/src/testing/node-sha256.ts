import { hash } from 'node:crypto';
import { hashFromBinary } from '../hash-from-binary';
import type { Sha256 } from '../sha256';

/** SHA-256 of Node, as API and CLI hand it in. */
export const nodeSha256: Sha256 = (data) => hashFromBinary(hash('sha256', data, 'binary'));
