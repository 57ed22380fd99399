import type { CaseFile } from '@repere/cases';
import type { FieldClass } from '@repere/protocol-engine';
import type { LoadedCase } from '../loaded-case';
import { cutDeviations, cutSafeguards } from './cut-deviations';

/** The engine's state without the facts that the reader may not see; those are named, so that nothing looks empty. */
export function cutView(
  file: LoadedCase,
  withheld: ReadonlySet<FieldClass>,
): Pick<CaseFile, 'state' | 'withheldFacts'> {
  const { view } = file;
  if (withheld.size === 0) return { state: view, withheldFacts: [] };
  const isHidden = ({ fact, runId }: { fact: string; runId: string | null }): boolean => {
    const definition = file.findFact(runId, fact);
    return definition === undefined || withheld.has(definition.class);
  };
  const facts = view.facts
    .filter((it) => !isHidden(it))
    .map((it) => {
      if (!it.rows) return it;
      const fields = file.findFact(it.runId, it.fact)?.row ?? {};
      const rows = it.rows.map((row) => ({
        ...row,
        values: Object.fromEntries(
          Object.entries(row.values).filter(([field]) => !withheld.has(fields[field]?.class ?? 'narrative')),
        ),
      }));
      return { ...it, rows };
    });
  return {
    state: {
      ...view,
      facts,
      runs: cutSafeguards(file, withheld),
      deviations: cutDeviations(file, withheld),
    },
    withheldFacts: [...new Set(view.facts.filter(isHidden).map(({ fact }) => fact))],
  };
}
