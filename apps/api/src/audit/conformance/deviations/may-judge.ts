import { may } from '@repere/access';
import type { Words } from '@repere/cases';
import type { CaseDeviation } from '@repere/case-engine';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import type { AccountActor } from '../../../platform/unit/actor';
import { principalOf } from '../../../platform/unit/principal';

/** Why this account may not judge a deviation; `null`: it may. Nobody judges their own act, nor what their own case lacks. */
export function whyMayNotJudge(
  account: AccountActor,
  file: LoadedCase,
  { enteredBy }: CaseDeviation,
): Words | null {
  const verdict = may(principalOf(account), 'approve', file.resource);
  if (!verdict.yes) return verdict.reason.code === 'role' ? SUPERVISOR : verdict.reason.text;
  if (enteredBy === account.id) return OWN_ACT;
  if (enteredBy === null && file.row.leadId === account.id) return OWN_CASE;
  return null;
}

const SUPERVISOR: Words = {
  fr: 'C’est à un responsable de l’équipe de juger.',
  en: 'It is for a supervisor of the team to judge.',
};
const OWN_ACT: Words = {
  fr: 'C’est votre acte : une autre personne doit juger.',
  en: 'This is your own act: somebody else has to judge.',
};
const OWN_CASE: Words = {
  fr: 'Vous pilotez ce dossier : une autre personne doit juger ce qui n’y est pas fait.',
  en: 'You lead this case: somebody else has to judge what is not done in it.',
};
