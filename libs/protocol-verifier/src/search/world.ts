import {
  type CompiledProtocol,
  type CompiledStep,
  compileProtocols,
  type ProtocolSet,
} from '@repere/case-engine';
import type { Example, ProtocolDocument, SharedDocument } from '@repere/protocol';
import type { Territory } from '@repere/feel';
import type { Answers } from './answers-in-examples';
import { answersInExamples } from './answers-in-examples';

/** Where histories are tried: the protocols in the versions that are explored, on a day that is always the same. */
export interface World {
  readonly set: ProtocolSet;
  readonly territory: Territory;
  /** One version of each protocol. */
  readonly protocols: ReadonlyMap<string, CompiledProtocol>;
  readonly examples: readonly Example[];
  /** How worked examples fill in the steps. */
  readonly told: ReadonlyMap<CompiledStep, readonly Answers[]>;
  /** Facts of the case that can be told outside steps: shared, no list, and no step alone may write them. */
  isTold(fact: string): boolean;
}

/** A Monday, nine o'clock in Paris: long enough after holidays for deadlines to count plainly. */
export const MORNING = Date.UTC(2026, 0, 5, 8);

/** No holidays: what is promised must not hang on them. */
const PARIS: Territory = { code: '75', zone: 'Europe/Paris', isHoliday: () => false };

/** `documents`: one version of each protocol, as they would be in force together. */
export function makeWorld(
  shared: SharedDocument,
  documents: readonly ProtocolDocument[],
  examples: readonly Example[] = [],
): World {
  const set = compileProtocols(shared, documents);
  const protocols = new Map<string, CompiledProtocol>();
  for (const [id, versions] of set.protocols) {
    for (const protocol of versions.values()) protocols.set(id, protocol);
  }
  return {
    set,
    territory: PARIS,
    protocols,
    examples,
    told: answersInExamples(protocols, examples),
    isTold(fact) {
      const compiled = set.sharedFactOf.get(fact);
      return compiled !== undefined && !compiled.list && compiled.definition.writtenBy === undefined;
    },
  };
}
