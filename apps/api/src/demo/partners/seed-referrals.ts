import { NeededRights } from '../../platform/routes/needed-rights';
import { accountContext } from '../account-context';
import type { DeclaredAct } from '../../platform/unit/act';
import type { Space } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseReader } from '../../cases/reading/case-reader';
import { SendAdditionService } from '../../referrals/copies/send-addition.service';
import { OpenReferralService } from '../../referrals/open-referral.service';
import { spaceNow } from '../../platform/clocks';
import { DEMO_SQL } from '../demo.query';

const DAY = 86_400_000;
const REFERRED: DeclaredAct = { type: 'referral.open', purpose: 'care', idempotent: false };

/** A part of a fictional case that is open to the demo's partner, for two months. Idempotent. */
export class SeedReferrals {
  constructor(
    private readonly units: UnitOfWork,
    private readonly rights: NeededRights,
    private readonly opening: OpenReferralService,
    private readonly reader: CaseReader,
    private readonly copies: SendAdditionService,
  ) {}

  /** Number of referrals opened. `accounts`: ids by login. */
  seed(space: Space, accounts: ReadonlyMap<string, string>): Promise<number> {
    const now = spaceNow(space);
    return this.units.runAct(accountContext(space, accounts, 'rene', now - DAY), REFERRED, async () => {
      const { manager, account } = this.units;
      const file = await DEMO_SQL.caseToRefer.first(manager, [account.id, 'care']);
      if (!file) return 0;
      const request = { params: { id: file.id }, body: {} };
      await this.rights.demand({ on: 'case-file', act: 'refer' }, request, true);
      const classes = ['identity', 'health', 'situation'] as const;
      const { mark } = this.copies.preview(await this.reader.lock(file.id), classes);
      await this.opening.openReferral(file.id, {
        accountId: accounts.get('lou') ?? '',
        classes,
        previewed: mark,
        until: new Date(now + 59 * DAY).toISOString(),
        request:
          'Un premier rendez-vous avec votre psychologue : la demande fictive attend depuis trois semaines.',
        ground: 'shared-secret',
        isBound: true,
        nobodyAroundWorksThere: true,
        why: 'Pour préparer ce rendez-vous, et ne pas faire répéter l’enfant fictif.',
        child: { told: 'yes' },
        parents: { told: 'no', why: 'Leur rôle fictif n’est pas encore connu.' },
        childView: { said: '« Je veux bien y aller si on ne le dit pas à ma mère. » (fictif)' },
      });
      return 1;
    });
  }
}
