import { type ChecklistAnswers, type FactValue, formatAnswer } from '@repere/protocol';
import { text, type Text } from '@repere/feel';
import { readSent, type SentStep } from './ask-of-sent';
import type { CaseFold } from '../../fold/case-fold';
import type { Reason } from '../../journal/engine-types';
import { namesIn } from './check-requirements';
import type { CompiledFact, CompiledStep, StateCondition } from '../../compile/protocol-set';
import { reason } from '../reason';
import type { RunFold } from '../../fold/run-fold';

/** Says that a reason of the closed list contradicts what is recorded, and what that is: the facts that the condition reads, as they stand. */
export function contradictedReason(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  words: Text | undefined,
  sent: SentStep,
  contradiction: StateCondition,
  field: string,
): Reason {
  const said = readSent(fold, run, step, sent, () => contradiction.deciding(fold)).flatMap(({ name }) => {
    const [head = '', item] = name.split('.');
    const fact = run.protocol.factOf.get(head);
    return fact ? [formatEntryStatus(fact, item, standingOf(fold, run, fact, item, sent))] : [];
  });
  const [fr, en] = [said.map((it) => it.fr).join(' ; '), said.map((it) => it.en).join('; ')];
  const label = words ?? text('ce motif', 'this reason');
  return reason(
    'contradicted-reason',
    text(
      `Le motif « ${label.fr} » contredit ce qui est noté : ${fr}.`,
      `The reason "${label.en}" contradicts what is recorded: ${en}.`,
    ),
    { field, basis: ['G09'], about: namesIn(contradiction.references) },
  );
}

function standingOf(
  fold: CaseFold,
  run: RunFold,
  fact: CompiledFact,
  item: string | undefined,
  { values }: SentStep,
): FactValue | null {
  const store = fact.isShared ? fold.facts : run.facts;
  const answer = item === undefined ? undefined : store.checklists?.[fact.slot]?.raw.get(item);
  if (item !== undefined && answer !== undefined) return { [item]: answer } as FactValue;
  return values[fact.id] ?? store.raw[fact.slot] ?? null;
}

/** A list is named; its rows are on the page. */
function formatEntryStatus(fact: CompiledFact, item: string | undefined, raw: FactValue | null): Text {
  if (raw === null || fact.list !== null) return fact.definition.title;
  const isOfItem = item !== undefined && typeof raw === 'object' && item in raw;
  return formatAnswer(
    fact.definition,
    isOfItem ? ({ [item]: (raw as ChecklistAnswers)[item] } as FactValue) : raw,
  );
}
