import { findProtocol, type ProtocolSet } from '@repere/case-engine';
import type { Encoding, Subject } from '../solver-types';

/** What is to be proved together. Throws if the set lacks a version, or if two of one protocol are named. */
export function encodeProtocols(set: ProtocolSet, subjects: readonly Subject[]): Encoding {
  const byName = new Map(
    subjects.map(({ protocol, version }) => {
      const compiled = findProtocol(set, protocol, version);
      if (!compiled) throw new RangeError(`No protocol ${protocol}@${version}`);
      return [protocol, compiled] as const;
    }),
  );
  if (byName.size < subjects.length) throw new RangeError('A protocol is there in two versions');
  return { set, subjects: byName };
}
