import type { DeviationItem } from '@repere/contract';
import type { Language, SpaceTime } from '@repere/ui';

/** What a finding says of a deviation that was computed; who writes it changes it, and says to whom and how grave. */
export interface ProposedFinding {
  readonly expected: string;
  readonly happened: string;
  readonly days: string;
  readonly evidence: string;
}

/** What should have been, in a sentence. */
export const expectedOf = (
  { kind, since, stepTitle }: Pick<DeviationItem, 'kind' | 'since' | 'stepTitle'>,
  { t, localize }: Pick<Language, 't' | 'localize'>,
  time: Pick<SpaceTime, 'deadline'>,
): string => t(`audit.deviations.expected.${kind}`, { step: localize(stepTitle), due: time.deadline(since) });

/** A finding of this deviation: the rule with its sources, what the journal shows, the step that shows it. No name is in it. */
export function proposeFinding(
  item: DeviationItem,
  language: Pick<Language, 't' | 'localize'>,
  time: Pick<SpaceTime, 'deadline' | 'exactly'>,
): ProposedFinding {
  const { localize } = language;
  const sources = item.basis.length > 0 ? ` (${item.basis.join(', ')})` : '';
  return {
    expected: `${expectedOf(item, language, time)}${sources}`,
    happened: localize(item.text),
    days: item.days === null ? '' : String(item.days),
    evidence: [
      `${localize(item.protocolTitle)} v${item.version}`,
      localize(item.stepTitle),
      time.exactly(item.since),
    ].join(', '),
  };
}
