import type { FactDefinition, FieldClass } from '@repere/protocol';
import type { FactView } from '@repere/case-engine';
import type { LoadedCase } from '../../reading/loaded-case';
import { redactDeviations, redactSafeguards } from './redact-deviations';
import { sightOfFact, sightOfRow, type ValueSight } from '../../disclosure/value-sight';
import { redactSays } from './redact-says';
import { redactValue } from './redact-value';
import type { CaseFileDto } from '../case-file.dto';

type RedactedView = Pick<CaseFileDto, 'state' | 'withheldFacts' | 'withheldNotes'>;

/** What was left out: facts, and notes beside them, by id; a field of a list's rows as `list.field`. */
interface LeftOut {
  readonly facts: Set<string>;
  readonly notes: Set<string>;
}

/** The engine's state without what the reader may not see of its facts; that is named, so that nothing looks empty. */
export function redactView(file: LoadedCase, withheld: ReadonlySet<FieldClass>): RedactedView {
  const { view } = file;
  if (withheld.size === 0) return { state: view, withheldFacts: [], withheldNotes: [] };
  const { facts, ...left } = redactFacts(file, withheld);
  return {
    state: {
      ...view,
      facts,
      runs: redactSafeguards(file, withheld).map(({ says, ...run }) =>
        says ? { ...run, says: redactSays(file, { runId: run.runId, says }, withheld) } : run,
      ),
      deviations: redactDeviations(file, withheld),
    },
    ...left,
  };
}

/** The facts that the reader may see, rows and notes without what they may not, and the names of what was left out. */
export function redactFacts(
  file: LoadedCase,
  withheld: ReadonlySet<FieldClass>,
): Omit<RedactedView, 'state'> & { readonly facts: readonly FactView[] } {
  const left: LeftOut = { facts: new Set(), notes: new Set() };
  const facts = file.view.facts.flatMap((it) => redactFact(file, it, withheld, left));
  return {
    facts,
    withheldFacts: [...left.facts],
    withheldNotes: [...left.notes],
  };
}

function redactFact(
  file: LoadedCase,
  fact: FactView,
  withheld: ReadonlySet<FieldClass>,
  left: LeftOut,
): readonly FactView[] {
  const definition = file.findFact(fact.runId, fact.fact);
  const cut = (
    id: string,
    of: FactDefinition | undefined,
    value: FactView['value'],
    sight: ValueSight,
  ): readonly FactView['value'][] => {
    const shown = redactValue(of, value, sight);
    if (shown.isWithheld) left.facts.add(id);
    else if (shown.lacksNote) left.notes.add(id);
    return shown.isWithheld ? [] : [shown.value];
  };
  return cut(fact.fact, definition, fact.value, sightOfFact(file, fact, withheld)).map((value) => ({
    ...fact,
    value,
    ...(fact.rows && {
      rows: fact.rows.map((row) => ({
        ...row,
        values: Object.fromEntries(
          Object.entries(row.values).flatMap(([field, said]) =>
            cut(
              `${fact.fact}.${field}`,
              definition?.row?.[field],
              said,
              sightOfRow(file, row.id, withheld),
            ).map((it) => [field, it] as const),
          ),
        ),
      })),
    }),
  }));
}
