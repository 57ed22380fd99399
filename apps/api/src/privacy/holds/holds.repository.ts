import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FieldClass } from '@repere/access';
import { IsNull, Repository } from 'typeorm';
import { AccountNames } from '../../cases/reading/account-names';
import { maskOf } from '../../cases/disclosure/mask-words';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { unlessRedacted } from '../../cases/disclosure/redacted-classes';
import { InjectRepository } from '@nestjs/typeorm';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { LegalHoldEntity } from '../entities/legal-hold.entity';
import { EventWords } from '../event-words';
import type { HoldCaseDto, LegalHoldDto } from './holds.dto';

/** Legal holds; each setting and lifting is an event on the case's stream, whose payload holds the reason. */
@Injectable()
export class HoldsRepository {
  constructor(
    @InjectRepository(LegalHoldEntity) private readonly holds: Repository<LegalHoldEntity>,
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
    private readonly words: EventWords,
  ) {}

  async setHold({ row }: LoadedCase, { reason, reviewOn }: HoldCaseDto): Promise<string> {
    const id = randomUUID();
    const { seq } = await this.unit.recordEvent({
      type: 'hold.set',
      caseFileId: row.id,
      payload: { hold: id, reason, ...(reviewOn !== undefined && { reviewOn }) },
    });
    await this.holds.insert({
      ...{ id, caseFileId: row.id, teamId: row.teamId, reviewOn: reviewOn ?? null },
      ...{ setBy: this.unit.account.id, setAt: new Date(this.unit.now()), setSeq: seq },
    });
    return id;
  }

  /** `false`: the case has no such hold, or it was lifted. */
  async lift({ row }: LoadedCase, id: string, reason: string): Promise<boolean> {
    const { seq } = await this.unit.recordEvent({
      type: 'hold.lift',
      caseFileId: row.id,
      payload: { hold: id, reason },
    });
    const { affected } = await this.holds.update(
      { id, caseFileId: row.id, liftedAt: IsNull() },
      { liftedBy: this.unit.account.id, liftedAt: new Date(this.unit.now()), liftedSeq: seq },
    );
    return affected === 1;
  }

  /** Of one case, newest first; why it is held is told as what is written in it is. */
  async ofCase(file: LoadedCase, redacted: ReadonlySet<FieldClass>): Promise<readonly LegalHoldDto[]> {
    const rows = await this.holds.find({
      where: { caseFileId: file.row.id },
      order: { setAt: 'DESC', id: 'DESC' },
    });
    return this.shownHolds(file, rows, redacted);
  }

  private async shownHolds(
    file: LoadedCase,
    rows: readonly LegalHoldEntity[],
    redacted: ReadonlySet<FieldClass>,
  ): Promise<readonly LegalHoldDto[]> {
    const words = await this.words.readWords(
      file.key,
      rows.flatMap(({ setSeq, liftedSeq }) => (liftedSeq === null ? [setSeq] : [setSeq, liftedSeq])),
    );
    const names = await this.names.readNames(rows.flatMap(({ setBy, liftedBy }) => [setBy, liftedBy]));
    const mask = maskOf(file, redacted);
    const said = (seq: string | null) => {
      const reason = seq === null ? null : words.get(seq)?.['reason'];
      return typeof reason === 'string' ? unlessRedacted(redacted, ['narrative'], mask(reason)) : null;
    };
    const person = (id: string) => unlessRedacted(redacted, ['staff'], { id, name: names.get(id) ?? '' });
    return rows.map((row) => ({
      id: row.id,
      caseFileId: row.caseFileId,
      reference: file.row.reference,
      reason: said(row.setSeq) ?? '',
      setBy: person(row.setBy),
      setAt: row.setAt.toISOString(),
      reviewOn: row.reviewOn,
      liftedBy: row.liftedBy === null ? null : person(row.liftedBy),
      liftedAt: row.liftedAt?.toISOString() ?? null,
      whyLifted: said(row.liftedSeq),
    }));
  }
}
