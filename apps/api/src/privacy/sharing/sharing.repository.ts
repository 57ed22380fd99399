import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FieldClass } from '@repere/access';
import type { PersonName, RecordSharing, Sharing, SharingContent, SharingGround } from '@repere/privacy';
import { sharingGroundWords } from '@repere/privacy';
import { AccountNames } from '../../cases/account-names';
import type { LoadedCase } from '../../cases/loaded-case';
import { UnitOfWork } from '../../platform/unit-of-work';
import { EventWords } from '../event-words';

/** A line whole, whoever reads it. */
export type KeptSharing = Omit<Sharing, 'by' | 'content'> & {
  readonly by: PersonName;
  readonly content: SharingContent | null;
};

interface SharingRow {
  readonly id: string;
  readonly on: string;
  readonly ground: SharingGround;
  readonly classes: readonly FieldClass[];
  readonly byId: string;
  readonly at: Date;
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  readonly seq: string;
}

/** What was told of a case: each line an event on its stream, whose payload holds the words. */
@Injectable()
export class SharingRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
    private readonly words: EventWords,
  ) {}

  async add({ row }: LoadedCase, sharing: RecordSharing): Promise<string> {
    const { on, ground, classes, corrects = null, ...content } = sharing;
    const id = randomUUID();
    const { seq } = await this.unit.record({
      type: 'sharing.record',
      caseFileId: row.id,
      payload: {
        sharing: id,
        on,
        ground,
        classes,
        // As it goes over the wire: what was left out is not there.
        content: JSON.parse(JSON.stringify(content)) as SharingContent,
        ...(corrects !== null && { corrects }),
      },
    });
    await this.unit.manager.query(
      `INSERT INTO sharing (id, case_file_id, team_id, shared_on, ground, classes, by_id, at, corrects, event_seq)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        row.id,
        row.teamId,
        on,
        ground,
        classes,
        this.unit.account.id,
        new Date(this.unit.now()),
        corrects,
        seq,
      ],
    );
    return id;
  }

  /** What was told by one line of the case; `null`: there is none. */
  async contentOf({ row, key }: LoadedCase, id: string): Promise<SharingContent | null> {
    const [line]: { seq: string }[] = await this.unit.manager.query(
      `SELECT event_seq AS seq FROM sharing WHERE id = $1 AND case_file_id = $2`,
      [id, row.id],
    );
    return line ? contentIn(await this.words.of(key, [line.seq]), line.seq) : null;
  }

  /** Newest first. */
  async ofCase(file: LoadedCase): Promise<readonly KeptSharing[]> {
    const rows: SharingRow[] = await this.unit.manager.query(
      `SELECT s.id, s.shared_on::text AS on, s.ground, s.classes, s.by_id AS "byId", s.at, s.corrects, c.id AS "correctedBy",
              s.event_seq AS seq
         FROM sharing s LEFT JOIN sharing c ON c.corrects = s.id
        WHERE s.case_file_id = $1 ORDER BY s.shared_on DESC, s.at DESC, s.id`,
      [file.row.id],
    );
    const words = await this.words.of(
      file.key,
      rows.map(({ seq }) => seq),
    );
    const names = await this.names.of(rows.map(({ byId }) => byId));
    return rows.map((row) => ({
      id: row.id,
      at: row.on,
      by: { id: row.byId, name: names.get(row.byId) ?? '' },
      recordedAt: row.at.toISOString(),
      ground: row.ground,
      groundWords: sharingGroundWords(row.ground),
      classes: row.classes,
      corrects: row.corrects,
      correctedBy: row.correctedBy,
      content: contentIn(words, row.seq),
    }));
  }
}

const contentIn = (words: Awaited<ReturnType<EventWords['of']>>, seq: string): SharingContent | null =>
  (words.get(seq)?.['content'] as SharingContent | undefined) ?? null;
