import type { FactDefinition, FieldClass } from '@repere/protocol';
import type { FactView } from '@repere/case-engine';
import type { LoadedCase } from '../../reading/loaded-case';
import { redactDeviations, redactSafeguards } from './redact-deviations';
import { sightOfFact, sightOfRow, type ValueSight } from '../../disclosure/value-sight';
import { redactSays } from './redact-says';
import { redactValue } from './redact-value';
import type { CaseFileDto } from '../case-file.dto';

type RedactedView = Pick<CaseFileDto, 'state' | 'redactedFacts' | 'redactedNotes'>;

/** What was left out: facts, and notes beside them, by id; a field of a list's rows as `list.field`. */
interface LeftOut {
  readonly facts: Set<string>;
  readonly notes: Set<string>;
}

/** The engine's state without what the reader may not see of its facts; that is named, so that nothing looks empty. */
export function redactView(file: LoadedCase, redacted: ReadonlySet<FieldClass>): RedactedView {
  const { view } = file;
  if (redacted.size === 0) return { state: view, redactedFacts: [], redactedNotes: [] };
  const { facts, ...left } = redactFacts(file, redacted);
  return {
    state: {
      ...view,
      facts,
      runs: redactSafeguards(file, redacted).map(({ says, ...run }) =>
        says ? { ...run, says: redactSays(file, { runId: run.runId, says }, redacted) } : run,
      ),
      deviations: redactDeviations(file, redacted),
    },
    ...left,
  };
}

/** The facts that the reader may see, rows and notes without what they may not, and the names of what was left out. */
export function redactFacts(
  file: LoadedCase,
  redacted: ReadonlySet<FieldClass>,
): Omit<RedactedView, 'state'> & { readonly facts: readonly FactView[] } {
  const left: LeftOut = { facts: new Set(), notes: new Set() };
  const facts = file.view.facts.flatMap((it) => redactFact(file, it, redacted, left));
  return {
    facts,
    redactedFacts: [...left.facts],
    redactedNotes: [...left.notes],
  };
}

function redactFact(
  file: LoadedCase,
  fact: FactView,
  redacted: ReadonlySet<FieldClass>,
  left: LeftOut,
): readonly FactView[] {
  const definition = file.findFact(fact.runId, fact.fact);
  const redactOne = (
    id: string,
    of: FactDefinition | undefined,
    value: FactView['value'],
    sight: ValueSight,
  ): readonly FactView['value'][] => {
    const shown = redactValue(of, value, sight);
    if (shown.isRedacted) left.facts.add(id);
    else if (shown.lacksNote) left.notes.add(id);
    return shown.isRedacted ? [] : [shown.value];
  };
  return redactOne(fact.fact, definition, fact.value, sightOfFact(file, fact, redacted)).map((value) => ({
    ...fact,
    value,
    ...(fact.rows && {
      rows: fact.rows.map((row) => ({
        ...row,
        values: Object.fromEntries(
          Object.entries(row.values).flatMap(([field, said]) =>
            redactOne(
              `${fact.fact}.${field}`,
              definition?.row?.[field],
              said,
              sightOfRow(file, row.id, redacted),
            ).map((it) => [field, it] as const),
          ),
        ),
      })),
    }),
  }));
}
