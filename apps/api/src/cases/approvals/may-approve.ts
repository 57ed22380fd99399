import { approverOf } from '@repere/protocol';
import { may } from '@repere/access';
import { engineRoles, type Words } from '@repere/cases';
import type { AccountActor } from '../../platform/unit/actor';
import { principalOf } from '../../platform/unit/principal';
import type { LoadedCase } from '../reading/loaded-case';

/** Why this account may not approve this entry; `null`: it may. */
export function whyMayNotApprove(
  account: AccountActor,
  file: LoadedCase,
  runId: string,
  step: string,
  entryId: string,
): Words | null {
  const verdict = may(principalOf(account), 'approve', { ...file.resource, entryId });
  if (!verdict.yes) return verdict.reason.text;
  const entry = file.journal.find(({ id }) => id === entryId);
  const amendedBy = file.journal.some(
    (it) => it.kind === 'entry-amended' && it.entryId === entryId && it.enteredBy === account.id,
  );
  if (entry?.enteredBy === account.id || amendedBy)
    return {
      fr: 'C’est votre acte : une autre personne valide.',
      en: 'This is your act: another person approves.',
    };
  const role = approverOf(file.findStep(runId, step));
  if (!engineRoles(account.roles).includes(role))
    return { fr: `Valide : ${role}.`, en: `Approved by: ${role}.` };
  return null;
}
