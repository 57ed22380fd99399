import { Injectable } from '@nestjs/common';
import { Refusal } from '../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { HeldCasesQuery } from './held-cases.query';
import type { HeldCasesDto } from './accounts.dto';

/** What an account holds of cases, as numbers: an administrator learns how many, never which. */
@Injectable()
export class HeldCasesOfAccount {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly query: HeldCasesQuery,
  ) {}

  /** By team; only teams in which it holds any. Closed cases don't count. */
  listHeldCases(accountId: string): Promise<readonly HeldCasesDto[]> {
    return this.unit.asSystem('system:record', () => this.query.listHeldCases(accountId));
  }

  /** Refuses while the account leads open cases of these teams: their child would be nobody's. */
  async demandHandover(accountId: string, teamIds: readonly string[]): Promise<void> {
    const held = (await this.listHeldCases(accountId)).filter(
      ({ teamId, leads }) => teamIds.includes(teamId) && leads > 0,
    );
    if (held.length === 0) return;
    throw new Refusal('refused', {
      reasons: held.map(({ teamId, team, leads }) => ({
        code: 'handover-needed',
        about: teamId,
        field: 'teamIds',
        text: {
          fr: `${team} : ${leads} ${leads > 1 ? 'dossiers resteraient' : 'dossier resterait'} sans pilote. Le ou la responsable de l’équipe doit d’abord les confier à quelqu’un.`,
          en: `${team}: ${leads} ${leads > 1 ? 'cases' : 'case'} would be without a lead. The team’s supervisor has to hand them over first.`,
        },
      })),
    });
  }

  /** What was referred to a partner whose account is closed, or is a partner's no more; it comes back with neither. */
  async endReferrals(accountId: string): Promise<void> {
    const referrals = await this.unit.asSystem('system:record', () =>
      this.query.endReferrals(accountId, new Date(this.unit.now())),
    );
    if (referrals > 0) this.unit.notes({ ended: { referrals } });
  }

  /** Assignments to cases of these teams end, turns of duty for them, and every substitution of or by the account. */
  async endHeldCases(accountId: string, teamIds: readonly string[], by: string): Promise<void> {
    const at = new Date(this.unit.now());
    const ended = await this.unit.asSystem('system:record', () =>
      this.query.endHeldCases(accountId, teamIds, by, at),
    );
    this.unit.notes({ ended });
  }
}
