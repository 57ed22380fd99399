import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FieldClass } from '@repere/access';
import type { LegalHold } from '@repere/privacy';
import { AccountNames } from '../../cases/account-names';
import { maskOf } from '../../cases/disclosure/mask-words';
import type { LoadedCase } from '../../cases/loaded-case';
import { unlessWithheld } from '../../cases/withheld';
import { UnitOfWork } from '../../platform/unit-of-work';
import { EventWords } from '../event-words';

interface HoldRow {
  readonly id: string;
  readonly caseFileId: string;
  readonly setBy: string;
  readonly setAt: Date;
  readonly setSeq: string;
  readonly liftedBy: string | null;
  readonly liftedAt: Date | null;
  readonly liftedSeq: string | null;
}

/** Legal holds; each setting and lifting is an event on the case's stream, whose payload holds the reason. */
@Injectable()
export class HoldsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
    private readonly words: EventWords,
  ) {}

  async set({ row }: LoadedCase, reason: string): Promise<string> {
    const id = randomUUID();
    const { seq } = await this.unit.record({
      type: 'hold.set',
      caseFileId: row.id,
      payload: { hold: id, reason },
    });
    await this.unit.manager.query(
      `INSERT INTO legal_hold (id, case_file_id, team_id, set_by, set_at, set_seq) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, row.id, row.teamId, this.unit.account.id, new Date(this.unit.now()), seq],
    );
    return id;
  }

  /** `false`: the case has no such hold, or it was lifted. */
  async lift({ row }: LoadedCase, id: string, reason: string): Promise<boolean> {
    const { seq } = await this.unit.record({
      type: 'hold.lift',
      caseFileId: row.id,
      payload: { hold: id, reason },
    });
    const [rows]: [unknown[], number] = await this.unit.manager.query(
      `UPDATE legal_hold SET lifted_by = $3, lifted_at = $4, lifted_seq = $5
        WHERE id = $1 AND case_file_id = $2 AND lifted_at IS NULL RETURNING id`,
      [id, row.id, this.unit.account.id, new Date(this.unit.now()), seq],
    );
    return rows.length > 0;
  }

  /** Of one case, newest first; why it is held is told as what is written in it is. */
  async ofCase(file: LoadedCase, withheld: ReadonlySet<FieldClass>): Promise<readonly LegalHold[]> {
    const rows: HoldRow[] = await this.unit.manager.query(
      `${SELECT} WHERE case_file_id = $1 ORDER BY set_at DESC, id DESC`,
      [file.row.id],
    );
    return this.shown(file, rows, withheld);
  }

  /** Cases of these teams that are held, newest first. */
  async held(
    teamIds: readonly string[],
    limit: number,
    after: readonly [setAt: string, id: string] | null,
  ): Promise<readonly { readonly id: string; readonly caseFileId: string; readonly at: string }[]> {
    return this.unit.manager.query(
      `SELECT id, case_file_id AS "caseFileId", set_at::text AS at FROM legal_hold
        WHERE team_id = ANY ($1::uuid[]) AND lifted_at IS NULL
          AND ($3::timestamptz IS NULL OR (set_at, id) < ($3::timestamptz, $4::uuid))
        ORDER BY set_at DESC, id DESC LIMIT $2`,
      [teamIds, limit, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  private async shown(
    file: LoadedCase,
    rows: readonly HoldRow[],
    withheld: ReadonlySet<FieldClass>,
  ): Promise<readonly LegalHold[]> {
    const words = await this.words.of(
      file.key,
      rows.flatMap(({ setSeq, liftedSeq }) => (liftedSeq === null ? [setSeq] : [setSeq, liftedSeq])),
    );
    const names = await this.names.of(rows.flatMap(({ setBy, liftedBy }) => [setBy, liftedBy]));
    const mask = maskOf(file, withheld);
    const said = (seq: string | null) => {
      const reason = seq === null ? null : words.get(seq)?.['reason'];
      return typeof reason === 'string' ? unlessWithheld(withheld, ['narrative'], mask(reason)) : null;
    };
    const person = (id: string) => unlessWithheld(withheld, ['staff'], { id, name: names.get(id) ?? '' });
    return rows.map((row) => ({
      id: row.id,
      caseFileId: row.caseFileId,
      reference: file.row.reference,
      reason: said(row.setSeq) ?? '',
      setBy: person(row.setBy),
      setAt: row.setAt.toISOString(),
      liftedBy: row.liftedBy === null ? null : person(row.liftedBy),
      liftedAt: row.liftedAt?.toISOString() ?? null,
      whyLifted: said(row.liftedSeq),
    }));
  }
}

const SELECT = `
  SELECT id, case_file_id AS "caseFileId", set_by AS "setBy", set_at AS "setAt", set_seq AS "setSeq", lifted_by AS "liftedBy",
         lifted_at AS "liftedAt", lifted_seq AS "liftedSeq"
    FROM legal_hold`;
