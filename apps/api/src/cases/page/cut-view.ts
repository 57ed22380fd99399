import type { FactDefinition, FieldClass } from '@repere/protocol';
import type { FactView } from '@repere/case-engine';
import type { LoadedCase } from '../reading/loaded-case';
import { cutDeviations, cutSafeguards } from './cut-deviations';
import { sightOfFact, sightOfRow, type ValueSight } from '../disclosure/value-sight';
import { shownSays } from './cut-says';
import { cutValue } from './cut-value';
import type { CaseFileDto } from './case-file.dto';

type Cut = Pick<CaseFileDto, 'state' | 'withheldFacts' | 'withheldNotes'>;

/** What was left out: facts, and notes beside them, by id; a field of a list's rows as `list.field`. */
interface LeftOut {
  readonly facts: Set<string>;
  readonly notes: Set<string>;
}

/** The engine's state without what the reader may not see of its facts; that is named, so that nothing looks empty. */
export function cutView(file: LoadedCase, withheld: ReadonlySet<FieldClass>): Cut {
  const { view } = file;
  if (withheld.size === 0) return { state: view, withheldFacts: [], withheldNotes: [] };
  const { facts, ...left } = cutFacts(file, withheld);
  return {
    state: {
      ...view,
      facts,
      runs: cutSafeguards(file, withheld).map(({ says, ...run }) =>
        says ? { ...run, says: shownSays(file, { runId: run.runId, says }, withheld) } : run,
      ),
      deviations: cutDeviations(file, withheld),
    },
    ...left,
  };
}

/** The facts that the reader may see, rows and notes without what they may not, and the names of what was left out. */
export function cutFacts(
  file: LoadedCase,
  withheld: ReadonlySet<FieldClass>,
): Omit<Cut, 'state'> & { readonly facts: readonly FactView[] } {
  const left: LeftOut = { facts: new Set(), notes: new Set() };
  const facts = file.view.facts.flatMap((it) => cutFact(file, it, withheld, left));
  return {
    facts,
    withheldFacts: [...left.facts],
    withheldNotes: [...left.notes],
  };
}

function cutFact(
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
    const shown = cutValue(of, value, sight);
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
