import { Injectable } from '@nestjs/common';
import type { ServiceKind, TeamSummary } from '@repere/cases';
import { territoryOf } from '@repere/territories';
import { Refusal } from '../../../platform/refusal';
import { UnitOfWork } from '../../../platform/unit-of-work';
import { STATE_OF_ACCOUNT } from './account-rows';
import { Administrator } from './administrator';

/** Teams and where they work. The territory of a team is for good: time zone and holidays of its cases' deadlines come from it. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly administrator: Administrator,
  ) {}

  /** By name; a service has tens of them, not thousands. */
  async all(): Promise<readonly TeamSummary[]> {
    this.administrator.demand();
    const rows: Omit<TeamSummary, 'territoryName' | 'zone'>[] = await this.unit.manager.query(
      `SELECT t.id, t.name, t.territory, t.kind,
              coalesce((SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'state', ${STATE_OF_ACCOUNT}) ORDER BY lower(a.name), a.id)
                          FROM team_member m JOIN account a ON a.id = m.account_id WHERE m.team_id = t.id), '[]') AS members
         FROM team t ORDER BY lower(t.name), t.id LIMIT 500`,
    );
    return rows.map((row) => {
      const territory = territoryOf(row.territory);
      return {
        ...row,
        territoryName: territory?.name ?? row.territory,
        zone: territory?.zone ?? 'Europe/Paris',
      };
    });
  }

  async create(name: string, territory: string, kind: ServiceKind = 'unknown'): Promise<void> {
    this.administrator.demand();
    if (!territoryOf(territory))
      throw new Refusal('invalid', {
        reasons: [
          {
            code: 'invalid-value',
            field: 'territory',
            text: {
              fr: 'Ce code n’est celui d’aucun département.',
              en: 'This is the code of no département.',
            },
          },
        ],
      });
    await this.demandFree(name, null);
    await this.unit.manager.query(`INSERT INTO team (name, territory, kind) VALUES ($1, $2, $3)`, [
      name,
      territory,
      kind,
    ]);
    this.unit.notes({ name, territory, kind });
  }

  /** Another name, and what the service is where that is said. */
  async change(id: string, name: string, kind: ServiceKind | null): Promise<void> {
    this.administrator.demand();
    await this.demandFree(name, id);
    const [, renamed]: [unknown, number] = await this.unit.manager.query(
      `UPDATE team SET name = $2, kind = coalesce($3, kind) WHERE id = $1`,
      [id, name, kind],
    );
    if (renamed === 0) throw new Refusal('not-found');
    this.unit.notes({ team: id, name, ...(kind && { kind }) });
  }

  private async demandFree(name: string, except: string | null): Promise<void> {
    // Two of the same name at the same moment wait for each other here.
    await this.unit.manager.query(`SELECT pg_advisory_xact_lock(hashtext('repere team names'))`);
    const taken: unknown[] = await this.unit.manager.query(
      `SELECT 1 FROM team WHERE lower(name) = lower($1) AND id IS DISTINCT FROM $2::uuid`,
      [name, except],
    );
    if (taken.length > 0)
      throw new Refusal('conflict', {
        reasons: [
          {
            code: 'team-taken',
            field: 'name',
            text: { fr: 'Une équipe porte déjà ce nom.', en: 'A team has this name already.' },
          },
        ],
      });
  }
}
