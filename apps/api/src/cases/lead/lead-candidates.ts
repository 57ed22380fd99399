import { Injectable } from '@nestjs/common';
import { mayEver } from '@repere/access';
import { refused } from '../../platform/refusals/refused';
import { CoverQuery } from '../cover/cover.query';
import { refuseKeptAway } from '../grants/in-conflict';
import type { LoadedCase } from '../reading/loaded-case';
import { type OpenAccount, OpenAccountsQuery } from '../reading/open-accounts.query';

/** Who may lead a case: somebody who keeps cases, is here, and is not kept away from this one. */
@Injectable()
export class LeadCandidates {
  constructor(
    private readonly accounts: OpenAccountsQuery,
    private readonly cover: CoverQuery,
  ) {}

  /** Throws where this account may not. `widens`: whoever names them may let them into the circle of the case. */
  async demandCandidate(
    { row }: LoadedCase,
    accountId: string,
    { widens = false }: { readonly widens?: boolean } = {},
  ): Promise<OpenAccount> {
    const account = await this.accounts.findAccount(accountId);
    if (!account?.roles.some((role) => mayEver(role, 'write')))
      throw refused(
        'not-a-worker',
        'Cette personne n’est pas là, ou ne tient pas de dossiers.',
        'This person is not here, or keeps no cases.',
        'accountId',
      );
    if (accountId === row.leadId)
      throw refused(
        'same-lead',
        'Cette personne pilote déjà le dossier.',
        'This person leads the case already.',
        'accountId',
      );
    refuseKeptAway(widens ? { ...row, circle: null } : row, accountId);
    if (await this.cover.isAway(accountId))
      throw refused(
        'away',
        `${account.name} est en congé\u00A0: l’enfant n’aurait personne.`,
        `${account.name} is on leave: the child would have nobody.`,
        'accountId',
      );
    return account;
  }
}
