import type { CaseFold } from '../fold/case-fold';
import type { FactStore } from '../facts/fact-store';
import type { CompiledFact } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';
import type { Text } from '@repere/feel';
import type { RunTrial } from './trial';

interface LeftAnswer {
  readonly fact: string;
  readonly title: Text;
}

/**
 * Answers that were in effect in the run and are nowhere after the move, neither in it nor in the case: facts, items of
 * checklists, fields of rows.
 */
export function answersLeftBehind(fold: CaseFold, before: RunFold, after: RunFold): RunTrial['leftBehind'] {
  return before.protocol.ownFacts.flatMap((fact) => {
    const now = after.protocol.factOf.get(fact.id);
    const kept = now
      ? new Set(answered(now, now.isShared ? fold.facts : after.facts).map((it) => it.fact))
      : null;
    const left = answered(fact, before.facts).filter((it) => !kept?.has(it.fact));
    return kept || left.length === 0 ? left : [{ fact: fact.id, title: fact.definition.title }];
  });
}

/** Where an answer to this fact is in effect: the fact itself, or which items and fields of it. */
function answered(fact: CompiledFact, store: FactStore): readonly LeftAnswer[] {
  const { id, definition, slot } = fact;
  const inner = (part: string, title: Text | undefined): LeftAnswer => ({
    fact: `${id}.${part}`,
    title: {
      fr: `${definition.title.fr} : ${title?.fr ?? part}`,
      en: `${definition.title.en}: ${title?.en ?? part}`,
    },
  });
  const checklist = store.checklists?.[slot];
  if (checklist) {
    return [...checklist.items.keys()].map((item) =>
      inner(item, definition.items?.find((it) => it.id === item)?.label),
    );
  }
  const rows = store.lists?.[slot]?.rows;
  if (rows) {
    const fields = fact.list?.fields ?? [];
    return fields
      .filter(({ slot: at }) => rows.some(({ raw }) => raw[at] !== null))
      .map((field) => inner(field.id, field.definition.title));
  }
  const raw = store.raw[slot] ?? null;
  return raw === null ? [] : [{ fact: id, title: definition.title }];
}
