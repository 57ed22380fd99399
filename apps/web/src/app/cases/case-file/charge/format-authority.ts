import { isRedacted } from '@repere/cases';
import type { CaseFile } from '@repere/contract';
import type { Language, SpaceTime } from '@repere/ui';

/** Which authority is competent, and whether it has the case, in a line; `null`: the protocols say nothing of authorities. */
export function formatAuthority(
  { charge }: Pick<CaseFile, 'charge'>,
  { t, localize }: Pick<Language, 't' | 'localize'>,
  moment?: SpaceTime['moment'],
): string | null {
  if (!charge) return null;
  const { authority, open } = charge;
  if (isRedacted(open)) return t('case.charge.authority-redacted');
  if (!authority || isRedacted(authority)) return t('case.charge.unknown-short');
  const { title, isOurs, seizedAt } = authority;
  if (isOurs) return localize(title);
  if (!seizedAt) return `${localize(title)} · ${t('case.charge.not-seized')}`;
  // On paper since when; on the page it stands behind the fold.
  return moment
    ? `${localize(title)} · ${t('case.charge.seized', { moment: moment(seizedAt) })}`
    : localize(title);
}
