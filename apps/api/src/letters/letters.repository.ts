import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { rowOf } from '../platform/data/sealed-row';
import type { UnitRepository } from '../platform/data/unit-repository';
import { Secrecy } from '../platform/secrecy/secrecy';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { type LetterContent, LetterEntity } from './entities/letter.entity';
import { LetterSendingEntity, type SendingContent } from './entities/letter-sending.entity';

/** A letter without its bytes. */
export type KeptLetter = Omit<LetterEntity, 'content' | 'pdf'> & { readonly content: LetterContent };
export type KeptSending = Omit<LetterSendingEntity, 'content'> & SendingContent;

type NewLetter = Pick<
  LetterEntity,
  'template' | 'classes' | 'runId' | 'step' | 'corrects' | 'referralId' | 'sha256'
> & {
  readonly content: LetterContent;
  readonly pdf: Buffer;
};

type NewSending = Pick<LetterSendingEntity, 'letterId' | 'sentAt' | 'how' | 'sharingId'> & {
  readonly content: SendingContent;
};

/** Letters of cases, their words and bytes sealed under the key of the case. */
@Injectable()
export class LettersRepository {
  constructor(
    @InjectRepository(LetterEntity) private readonly letters: UnitRepository<LetterEntity>,
    @InjectRepository(LetterSendingEntity) private readonly sendings: UnitRepository<LetterSendingEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
  ) {}

  /** Newest first. */
  async ofCase({ row, key }: LoadedCase): Promise<readonly KeptLetter[]> {
    const rows = await this.letters.find({
      where: { caseFileId: row.id },
      select: COLUMNS,
      order: { at: 'DESC', id: 'ASC' },
    });
    return rows.map((it) => this.opened(key, it));
  }

  async findLetter({ row, key }: LoadedCase, id: string): Promise<KeptLetter | null> {
    const found = await this.letters.findOne({ where: { id, caseFileId: row.id }, select: COLUMNS });
    return found && this.opened(key, found);
  }

  /** The bytes as they were kept. */
  async pdfOf({ row, key }: LoadedCase, id: string): Promise<Buffer | null> {
    const found = await this.letters.findOne({
      where: { id, caseFileId: row.id },
      select: { id: true, pdf: true },
    });
    return found && Buffer.from(this.secrecy.openColumn(key, found, 'pdf'), 'base64');
  }

  count({ row }: LoadedCase): Promise<number> {
    return this.letters.countBy({ caseFileId: row.id });
  }

  async addLetter({ row, key }: LoadedCase, { content, pdf, ...letter }: NewLetter): Promise<string> {
    const id = randomUUID();
    const place = rowOf(LetterEntity, { id });
    await this.letters.insert({
      ...letter,
      ...{ id, caseFileId: row.id, teamId: row.teamId, byId: this.unit.account.id, keyId: key.id },
      ...{ at: new Date(this.unit.now()), bytes: pdf.length },
      content: this.secrecy.seal(key, place, 'content', content),
      pdf: this.secrecy.seal(key, place, 'pdf', pdf.toString('base64')),
    });
    return id;
  }

  /** By the letter's id. */
  async sendingsOf({ row, key }: LoadedCase): Promise<ReadonlyMap<string, KeptSending>> {
    const rows = await this.sendings.find({ where: { caseFileId: row.id } });
    return new Map(
      rows.map((it) => {
        const { content: _sealed, ...rest } = it;
        return [it.letterId, { ...rest, ...this.secrecy.openColumn(key, it, 'content') }];
      }),
    );
  }

  /** `null`: not sent. */
  async findSending({ row, key }: LoadedCase, letterId: string): Promise<KeptSending | null> {
    const found = await this.sendings.findOneBy({ letterId, caseFileId: row.id });
    if (!found) return null;
    const { content: _sealed, ...rest } = found;
    return { ...rest, ...this.secrecy.openColumn(key, found, 'content') };
  }

  /** Whether another letter corrects it. */
  async isCorrected({ row }: LoadedCase, id: string): Promise<boolean> {
    return (await this.letters.countBy({ caseFileId: row.id, corrects: id })) > 0;
  }

  /** Once a letter: `false` when it was sent before. */
  async recordSending({ row, key }: LoadedCase, { content, ...sending }: NewSending): Promise<boolean> {
    const { letterId } = sending;
    return this.sendings.insertNew({
      ...sending,
      ...{ caseFileId: row.id, teamId: row.teamId, byId: this.unit.account.id, keyId: key.id },
      at: new Date(this.unit.now()),
      content: this.secrecy.seal(key, rowOf(LetterSendingEntity, { letterId }), 'content', content),
    });
  }

  private opened(key: LoadedCase['key'], row: LetterEntity): KeptLetter {
    const { content: _sealed, pdf: _bytes, ...rest } = row;
    return { ...rest, content: this.secrecy.openColumn(key, row, 'content') };
  }
}

/** All but the bytes. */
const COLUMNS = {
  ...{ id: true, caseFileId: true, teamId: true, template: true, classes: true, byId: true, at: true },
  ...{
    runId: true,
    step: true,
    corrects: true,
    referralId: true,
    sha256: true,
    bytes: true,
    keyId: true,
    content: true,
  },
} as const satisfies Readonly<Record<Exclude<keyof LetterEntity, 'pdf'>, true>>;
