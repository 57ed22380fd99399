import { Injectable } from '@nestjs/common';
import type { Examination, MissionPlan } from '@repere/audit';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { type MissionContent, type MissionRow, missionPlace } from './mission-row';

type StoredMission = Omit<MissionRow, 'content'> & { readonly content: Buffer };

const MOST = 200;

/** Missions that the actor's policies let through, newest first. */
@Injectable()
export class MissionsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async list(): Promise<readonly MissionRow[]> {
    return this.open(
      await this.unit.manager.query(`${SELECT} ORDER BY created_at DESC, id DESC LIMIT ${String(MOST)}`),
    );
  }

  async find(id: string): Promise<MissionRow | null> {
    const [row] = await this.open(await this.unit.manager.query(`${SELECT} WHERE id = $1`, [id]));
    return row ?? null;
  }

  /** The same, and nobody else changes it until the transaction ends. */
  async lock(id: string): Promise<MissionRow | null> {
    await this.unit.manager.query(`SELECT 1 FROM mission WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  async insert(id: string, reference: string, plan: MissionPlan): Promise<void> {
    const { account, manager } = this.unit;
    const key = await this.secrecy.spaceKey();
    await manager.query(
      `INSERT INTO mission (id, reference, team_ids, auditor_ids, period_from, period_to, protocols, method, size, key_id, content,
                            created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        reference,
        ...columnsOf(plan),
        key.id,
        this.secrecy.seal(key, missionPlace(id), contentOf(plan)),
        account.id,
        new Date(this.unit.now()),
      ],
    );
  }

  async change(id: string, plan: MissionPlan): Promise<void> {
    const key = await this.secrecy.spaceKey();
    await this.unit.manager.query(
      `UPDATE mission SET team_ids = $2, auditor_ids = $3, period_from = $4, period_to = $5, protocols = $6, method = $7, size = $8,
                          key_id = $9, content = $10, revision = revision + 1 WHERE id = $1`,
      [id, ...columnsOf(plan), key.id, this.secrecy.seal(key, missionPlace(id), contentOf(plan))],
    );
  }

  async markOpen(
    id: string,
    {
      frame,
      frameHash,
      seed,
      seedGiven,
    }: {
      readonly frame: readonly string[];
      readonly frameHash: string;
      readonly seed: string | null;
      readonly seedGiven: boolean | null;
    },
  ): Promise<void> {
    await this.unit.manager.query(
      `UPDATE mission SET state = 'open', opened_by = $2, opened_at = $3, frame = $4, frame_hash = $5, seed = $6, seed_given = $7,
                          revision = revision + 1 WHERE id = $1`,
      [id, this.unit.account.id, new Date(this.unit.now()), frame, frameHash, seed, seedGiven],
    );
  }

  async markClosed(id: string): Promise<void> {
    await this.unit.manager.query(
      `UPDATE mission SET state = 'closed', closed_by = $2, closed_at = $3, revision = revision + 1 WHERE id = $1`,
      [id, this.unit.account.id, new Date(this.unit.now())],
    );
  }

  private async open(rows: readonly StoredMission[]): Promise<readonly MissionRow[]> {
    if (rows.length === 0) return [];
    const key = await this.secrecy.spaceKey();
    return rows.map((row) => ({
      ...row,
      content: this.secrecy.unseal(key, missionPlace(row.id), row.content) as MissionContent,
    }));
  }
}

/** Nothing answered yet. */
export const NOT_EXAMINED: Examination = { answers: [], done: false };

const contentOf = ({ title, question, checklist }: MissionPlan): MissionContent => ({
  title,
  question,
  checklist,
});

const columnsOf = (plan: MissionPlan): readonly unknown[] => [
  plan.teamIds,
  plan.auditorIds,
  plan.from,
  plan.to,
  plan.protocols,
  plan.method,
  plan.method === 'all' ? null : (plan.size ?? null),
];

const SELECT = `
  SELECT id, reference, state, revision, team_ids AS "teamIds", auditor_ids AS "auditorIds", period_from::text AS "from",
         period_to::text AS "to", protocols, method, size, content, created_by AS "createdBy", created_at AS "createdAt",
         opened_by AS "openedBy", opened_at AS "openedAt", frame, frame_hash AS "frameHash", seed, seed_given AS "seedGiven",
         closed_by AS "closedBy", closed_at AS "closedAt"
    FROM mission`;
