import { createHash } from 'node:crypto';
import { type ProtocolDocument, protocolHash } from '@repere/protocol';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Content hash of a version, SHA-256, hex. */
export const hashOf = (document: ProtocolDocument): string => protocolHash(document, sha256);
