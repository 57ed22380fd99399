import type { AnswerOfRole, CaseFile } from '@repere/contract';
import type { FactValue } from '@repere/protocol';
import { type Language, capitalised } from '@repere/ui';

/**
 * How a danger is shown: `answer` with its words, `seen` by somebody and weighed by nobody since, `null` not known yet;
 * `isGrave`: marked wherever the child is named.
 */
export interface ShownDanger {
  readonly answer: AnswerOfRole | 'other' | 'seen' | null;
  readonly isGrave: boolean;
}

/** The danger that was told, of those that there are. A code that is none of them is shown as a danger: doubt protects. */
export function shownDanger(
  told: FactValue | null | undefined,
  dangers: readonly AnswerOfRole[],
): ShownDanger {
  if (typeof told !== 'string') return { answer: null, isGrave: false };
  const answer = dangers.find(({ code }) => code === told) ?? 'other';
  return { answer, isGrave: answer === 'other' || answer.isMarked };
}

/** The danger of this case; `null`: this reader may not see it. */
export function dangerOf({ state, redactedFacts, factIds, dangers }: CaseFile): ShownDanger | null {
  const [id = '', seenId = ''] = [factIds['danger'], factIds['danger-seen']];
  if (redactedFacts.includes(id)) return null;
  const factOf = (wanted: string) => state.facts.find(({ fact, runId }) => fact === wanted && runId === null);
  const [told, seen] = [factOf(id), factOf(seenId)];
  // The lists say the same: one that nobody has weighed since is as grave as any.
  if (seen?.value === 'yes' && seen.seq > (told?.seq ?? 0)) return { answer: 'seen', isGrave: true };
  return shownDanger(told?.value, dangers);
}

/** Beside the name of the child. */
export function formatDanger(
  danger: ShownDanger | null,
  { t, localize }: Pick<Language, 't' | 'localize'>,
): string {
  if (!danger) return t('case.danger-redacted');
  if (danger.answer === null) return t('cases.danger.not-known');
  if (danger.answer === 'seen') return t('cases.danger.seen');
  return danger.answer === 'other' ? t('cases.danger.other') : capitalised(localize(danger.answer.label));
}

/** What a list says of a danger: what was weighed, and whether one was seen since. */
interface ListedDanger {
  readonly danger: AnswerOfRole | null;
  readonly isDangerSeen: boolean;
}

/** In a list: a danger that was seen and that nobody has weighed since is as grave as any. */
export const isGraveInList = ({ danger, isDangerSeen }: ListedDanger): boolean =>
  isDangerSeen || (danger?.isMarked ?? false);

export function formatDangerInList(
  { danger, isDangerSeen }: ListedDanger,
  { t, localize }: Pick<Language, 't' | 'localize'>,
): string {
  if (isDangerSeen) return t('cases.danger.seen');
  return danger ? capitalised(localize(danger.label)) : t('cases.danger.not-known');
}
