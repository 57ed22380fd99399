import { rankOf } from '../decide/approval-needed';
import type { CaseFold } from '../fold/case-fold';
import type { EntryAmended } from '../journal/journal-entry';
import { outcomeIndex } from '../steps/read-outcome';
import { stepState } from '../steps/step-state';

/** What protects the child as the case stands after an entry, to be held against how it stands after the next. */
export interface Protection {
  /** Places of ranked decisions in effect, by run and step: 0 protects most. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Protective steps that are asked, by run and step. */
  readonly asked: ReadonlySet<string>;
  /** Runs whose outcome protects in full. */
  readonly full: ReadonlySet<string>;
}

export function protectionInEffect(fold: CaseFold): Protection {
  const ranks = new Map<string, number>();
  const asked = new Set<string>();
  const full = new Set<string>();
  for (const run of fold.runs) {
    if (run.protocol.outcomes[outcomeIndex(fold, run)]?.definition.protects === 'full') full.add(run.runId);
    for (const { id, index, decides, definition } of run.protocol.steps) {
      const key = `${run.runId}/${id}`;
      if (definition.protective && stepState(fold, run, index) !== 'not-applicable') asked.add(key);
      if (decides?.ranks)
        ranks.set(key, rankOf(decides, (decides.isShared ? fold.facts : run.facts).values[decides.slot]));
    }
  }
  return { ranks, asked, full };
}

/** Whether less protects the child than before: a lower decision, a protective step no longer asked, a lesser outcome. */
export const isLessThan = (after: Protection, before: Protection): boolean =>
  [...before.ranks].some(([key, rank]) => rank >= 0 && (after.ranks.get(key) ?? -1) > rank) ||
  [...before.asked].some((key) => !after.asked.has(key)) ||
  [...before.full].some((runId) => !after.full.has(runId));

/** Whether a correction says what protects less than what was said, though it may yet wait for a second person. */
export function saysLess(fold: CaseFold, amendment: EntryAmended): boolean {
  const run = fold.findRun(amendment.runId);
  const decides = run?.protocol.steps[run.indexOf(amendment.step)]?.decides;
  const index = fold.indexOf(amendment.entryId);
  const entry = fold.entries[index];
  if (!decides?.ranks || !entry || !('values' in entry)) return false;
  const said = fold.entryStatusOf(index)?.said.values ?? entry.values;
  const was = rankOf(decides, said[decides.id]);
  return was >= 0 && rankOf(decides, amendment.values[decides.id]) > was;
}
