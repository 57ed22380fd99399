import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import type { AccountActor } from '../../../platform/unit/actor';
import { principalOf } from '../../../platform/unit/principal';
import { Refusal } from '../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { StepUp } from '../../factors/second-step/step-up';

/** How long ago an administrator has shown who they are, when rights change. */
export const PROVEN_MINUTES = 15;

/** Who administers accounts, and what nobody does to their own. */
@Injectable()
export class Administrator {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly stepUp: StepUp,
  ) {}

  /** The account that acts; refuses anyone who is no administrator. */
  demand(): AccountActor {
    const { account } = this.unit;
    const verdict = may(principalOf(account), 'manage-accounts', { kind: 'service' });
    if (!verdict.yes) throw new Refusal('not-allowed', { reasons: [verdict.reason] });
    return account;
  }

  /** The same, for what changes rights: refuses with `step-up-required` when signing in was too long ago. */
  demandProven(): AccountActor {
    const account = this.demand();
    this.stepUp.require(PROVEN_MINUTES);
    return account;
  }

  /** The same, for an act on somebody else's account. */
  demandOther(accountId: string): AccountActor {
    const account = this.demandProven();
    if (account.id === accountId)
      throw new Refusal('not-allowed', {
        reasons: [
          {
            code: 'own-account',
            text: {
              fr: 'Personne ne change ses propres droits. Demandez à une autre personne de l’administration.',
              en: 'Nobody changes their own rights. Ask another administrator.',
            },
          },
        ],
      });
    return account;
  }
}
