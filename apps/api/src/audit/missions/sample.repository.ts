import { Injectable } from '@nestjs/common';
import type { Examination } from '@repere/audit';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { answersPlace, type DrawnCase, type SampledCase } from './mission-row';

type StoredCase = Omit<SampledCase, 'examination'> & {
  readonly answers: Buffer | null;
  readonly keyId: string | null;
};

/** Cases that were drawn for missions, with what was answered about each, sealed under the case's key. */
@Injectable()
export class SampleRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** In the order in which they were drawn. */
  async list(missionId: string): Promise<readonly SampledCase[]> {
    const rows: StoredCase[] = await this.unit.manager.query(
      `${SELECT} WHERE mission_id = $1 ORDER BY place`,
      [missionId],
    );
    return this.open(rows);
  }

  async isDrawn(missionId: string, caseFileId: string): Promise<boolean> {
    const found: unknown[] = await this.unit.manager.query(
      `SELECT 1 FROM mission_case WHERE mission_id = $1 AND case_file_id = $2`,
      [missionId, caseFileId],
    );
    return found.length > 0;
  }

  /** For an act: nobody else writes to it until the transaction ends. */
  async lock(missionId: string, caseFileId: string): Promise<SampledCase | null> {
    const rows: StoredCase[] = await this.unit.manager.query(
      `${SELECT} WHERE mission_id = $1 AND case_file_id = $2 FOR UPDATE`,
      [missionId, caseFileId],
    );
    const [found] = await this.open(rows);
    return found ?? null;
  }

  async insert(missionId: string, drawn: readonly DrawnCase[]): Promise<void> {
    await this.unit.manager.query(
      `INSERT INTO mission_case (mission_id, case_file_id, team_id, place, alias, score, reasons)
       SELECT $1, d.id, d.team, d.place, d.alias, d.score, d.reasons::jsonb
         FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::text[])
              WITH ORDINALITY AS d (id, team, alias, score, reasons, place)`,
      [
        missionId,
        drawn.map(({ caseFileId }) => caseFileId),
        drawn.map(({ teamId }) => teamId),
        drawn.map(({ alias }) => alias),
        drawn.map(({ score }) => score),
        drawn.map(({ reasons }) => JSON.stringify(reasons)),
      ],
    );
  }

  async examine(missionId: string, caseFileId: string, key: DataKey, answers: Examination): Promise<void> {
    const { done } = answers;
    await this.unit.manager.query(
      `UPDATE mission_case SET key_id = $3, answers = $4, revision = revision + 1, examined_by = $5, examined_at = $6
        WHERE mission_id = $1 AND case_file_id = $2`,
      [
        missionId,
        caseFileId,
        key.id,
        this.secrecy.seal(key, answersPlace(missionId, caseFileId), answers),
        done ? this.unit.account.id : null,
        done ? new Date(this.unit.now()) : null,
      ],
    );
  }

  private async open(rows: readonly StoredCase[]): Promise<readonly SampledCase[]> {
    const ids = rows.flatMap(({ keyId }) => keyId ?? []);
    const keys = new Map((await this.secrecy.openDataKeys(ids)).map((key) => [key.id, key]));
    return rows.map(({ answers, keyId, ...row }) => {
      const key = keyId === null ? undefined : keys.get(keyId);
      const examination =
        answers && key
          ? (this.secrecy.unseal(key, answersPlace(row.missionId, row.caseFileId), answers) as Examination)
          : null;
      return { ...row, examination };
    });
  }
}

const SELECT = `
  SELECT mission_id AS "missionId", case_file_id AS "caseFileId", place, alias, score, reasons, revision, answers, key_id AS "keyId",
         examined_by AS "examinedBy", examined_at AS "examinedAt"
    FROM mission_case`;
