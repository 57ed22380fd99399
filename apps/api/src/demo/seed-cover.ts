import type { DeclaredAct } from '../platform/unit/act';
import type { Space } from '../platform/spaces/spaces';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { BreakGlassService } from '../cases/break-glass/break-glass.service';
import { PlanCoverService } from '../cases/cover/plan-cover.service';
import { accountContext } from './account-context';
import { spaceNow } from '../platform/clocks';
import { DEMO_SQL } from './demo.query';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PLANNED: DeclaredAct = { type: 'demo.cover', purpose: 'training', idempotent: false };
const BROKEN: DeclaredAct = { type: 'break-glass.open', purpose: 'care', idempotent: false };

/** Somebody on duty, somebody on leave, and an emergency access that waits for its review. Idempotent. */
export class SeedCover {
  constructor(
    private readonly units: UnitOfWork,
    private readonly planning: PlanCoverService,
    private readonly glass: BreakGlassService,
  ) {}

  /** Whether anything was added. `accounts`: ids by login. */
  async seed(space: Space, accounts: ReadonlyMap<string, string>): Promise<boolean> {
    const now = spaceNow(space);
    const idOf = (login: string): string => accounts.get(login) ?? '';
    const inDays = (days: number): string => new Date(now + days * DAY).toISOString();
    const reference = await this.units.runAct(
      accountContext(space, accounts, 'sacha', now - DAY),
      PLANNED,
      async () => {
        const { manager } = this.units;
        if (await DEMO_SQL.anyDuty.first(manager, [])) return null;
        const [team] = this.units.account.teams;
        if (!team) throw new Error('sacha is in no team');
        const [from, until] = [inDays(-1), inDays(6)];
        await this.planning.putOnDuty({ teamId: team.id, accountId: idOf('nour'), from, until });
        await this.planning.substitute({
          absentId: idOf('eva'),
          substituteId: idOf('rene'),
          from: inDays(-3),
          until: inDays(8),
        });
        const file = await DEMO_SQL.firstOfTeam.first(manager, [team.id]);
        return file?.reference ?? null;
      },
    );
    if (reference === null) return false;
    // Over long since: nothing of it stays but the review.
    await this.units.runAct(accountContext(space, accounts, 'dominique', now - 20 * HOUR), BROKEN, () =>
      this.glass.breakGlass({
        reference,
        reason: 'child-present',
        words: 'L’enfant fictif est à l’accueil de nuit ; son équipe ne répond pas.',
      }),
    );
    return true;
  }
}
