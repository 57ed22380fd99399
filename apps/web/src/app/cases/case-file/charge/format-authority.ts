import { isRedacted } from '@repere/cases';
import type { Authority, CaseFile } from '@repere/contract';
import type { Language, SpaceTime } from '@repere/ui';

/** The competent authority that the reader may know; `null`: none is established, or it is not open to them. */
export function knownAuthority({ charge }: Pick<CaseFile, 'charge'>): Authority | null {
  const authority = charge?.authority ?? null;
  return authority === null || isRedacted(authority) ? null : authority;
}

/** Which authority is competent, and whether it has the case, in a line; `null`: the protocols say nothing of authorities. */
export function formatAuthority(
  caseFile: Pick<CaseFile, 'charge' | 'team'>,
  { t, localize }: Pick<Language, 't' | 'localize'>,
  moment: SpaceTime['moment'],
  { isOnPaper = false }: { readonly isOnPaper?: boolean } = {},
): string | null {
  const { charge } = caseFile;
  if (!charge) return null;
  if (isRedacted(charge.open)) return t('case.charge.authority-redacted');
  const authority = knownAuthority(caseFile);
  if (!authority) return t('case.charge.unknown-short', { team: caseFile.team.name });
  const { title, isOurs, seizedAt, letter } = authority;
  if (isOurs) return localize(title);
  if (letter)
    return `${localize(title)} · ${t('case.charge.letter-sent', { moment: moment(letter.sentAt) })}`;
  if (!seizedAt) return `${localize(title)} · ${t('case.charge.not-seized')}`;
  // On paper since when; on the page it stands behind the fold.
  return isOnPaper
    ? `${localize(title)} · ${t('case.charge.seized', { moment: moment(seizedAt) })}`
    : localize(title);
}
