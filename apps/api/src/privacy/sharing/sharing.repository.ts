import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sharingGroundWords } from '@repere/privacy';
import { Any, Repository } from 'typeorm';
import { AccountNames } from '../../cases/reading/account-names';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { InjectRepository } from '@nestjs/typeorm';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SharingEntity } from '../entities/sharing.entity';
import { EventWords } from '../event-words';
import type { NamedDto } from '../../cases/page/case-file.dto';
import type { NewSharing, SharedDto, SharingDto } from './sharing.dto';

/** A line whole, whoever reads it. */
export type KeptSharing = Omit<SharingDto, 'by' | 'content'> & {
  readonly by: NamedDto;
  readonly content: SharedDto | null;
};

/** What was told of a case: each line an event on its stream, whose payload holds the words. */
@Injectable()
export class SharingRepository {
  constructor(
    @InjectRepository(SharingEntity) private readonly lines: Repository<SharingEntity>,
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
    private readonly words: EventWords,
  ) {}

  async addSharing({ row }: LoadedCase, sharing: NewSharing): Promise<string> {
    const { on, ground, classes, corrects = null, ...content } = sharing;
    const id = randomUUID();
    const { seq } = await this.unit.recordBesideAct({
      type: 'sharing.record',
      caseFileId: row.id,
      payload: {
        sharing: id,
        on,
        ground,
        classes,
        // As it goes over the wire: what was left out is not there.
        content: JSON.parse(JSON.stringify(content)) as SharedDto,
        ...(corrects !== null && { corrects }),
      },
    });
    await this.lines.insert({
      ...{ id, caseFileId: row.id, teamId: row.teamId, sharedOn: on, ground, classes, corrects },
      ...{ byId: this.unit.account.id, at: new Date(this.unit.now()), eventSeq: seq },
    });
    return id;
  }

  /** What was told by one line of the case, of which classes and on which ground; `null`: there is none. */
  async findShared(
    { row, key }: LoadedCase,
    id: string,
  ): Promise<Pick<KeptSharing, 'ground' | 'classes' | 'content'> | null> {
    const line = await this.lines.findOneBy({ id, caseFileId: row.id });
    if (!line) return null;
    const words = await this.words.readWords(key, [line.eventSeq]);
    return { ground: line.ground, classes: line.classes, content: contentIn(words, line.eventSeq) };
  }

  /** What was told by each of these lines, of cases under the keys with these ids; missing where it went with its key. */
  async toldBy(keyIds: readonly string[], ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const lines = await this.lines.findBy({ id: Any([...ids]) });
    const words = await this.words.readWordsUnder(
      keyIds,
      lines.map(({ eventSeq }) => eventSeq),
    );
    return new Map(
      lines.flatMap(({ id, eventSeq }) => {
        const what = contentIn(words, eventSeq)?.what;
        return what === undefined ? [] : [[id, what] as const];
      }),
    );
  }

  /** Newest first. */
  async ofCase(file: LoadedCase): Promise<readonly KeptSharing[]> {
    const rows = await this.lines.find({
      where: { caseFileId: file.row.id },
      order: { sharedOn: 'DESC', at: 'DESC', id: 'ASC' },
    });
    const corrections = new Map(rows.map(({ id, corrects }) => [corrects, id]));
    const words = await this.words.readWords(
      file.key,
      rows.map(({ eventSeq }) => eventSeq),
    );
    const names = await this.names.readNames(rows.map(({ byId }) => byId));
    return rows.map((row) => ({
      id: row.id,
      at: row.sharedOn,
      by: { id: row.byId, name: names.get(row.byId) ?? '' },
      recordedAt: row.at.toISOString(),
      ground: row.ground,
      groundWords: sharingGroundWords(row.ground),
      classes: row.classes,
      corrects: row.corrects,
      correctedBy: corrections.get(row.id) ?? null,
      content: contentIn(words, row.eventSeq),
    }));
  }
}

const contentIn = (words: Awaited<ReturnType<EventWords['readWords']>>, seq: string): SharedDto | null =>
  (words.get(seq)?.['content'] as SharedDto | undefined) ?? null;
