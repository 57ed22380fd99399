import { needsWhy } from '@repere/case-engine';
import type { CaseFile, NextStep } from '@repere/contract';
import type { BandLine } from './case-bands';

type Why = NextStep['title'];

/** What is said of a step in words: only where its status alone doesn't say why. */
export function shownWhy({ explanations }: CaseFile, { run, step }: BandLine): Why | null {
  const explanation = explanations[`${run.runId}/${step.id}`];
  const { state, suspendedBy } = step;
  return explanation && (suspendedBy || state === 'not-applicable' || needsWhy(state))
    ? explanation.summary
    : null;
}

/** Lines for the same reason together, in the order in which reasons come first; nothing waits for one reason twice. */
export function groupByWhy(
  caseFile: CaseFile,
  lines: readonly BandLine[],
): readonly { readonly why: Why | null; readonly lines: readonly BandLine[] }[] {
  const groups: { readonly why: Why | null; readonly lines: BandLine[] }[] = [];
  for (const line of lines) {
    const why = shownWhy(caseFile, line);
    const same = groups.find((group) => group.why?.fr === why?.fr);
    if (same) same.lines.push(line);
    else groups.push({ why, lines: [line] });
  }
  return groups;
}
