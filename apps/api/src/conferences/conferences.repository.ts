import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { rowOf } from '../platform/data/sealed-row';
import type { UnitRepository } from '../platform/data/unit-repository';
import { Secrecy } from '../platform/secrecy/secrecy';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { CaseConferenceEntity, type ConferenceWords } from './entities/case-conference.entity';

/** A conference as it was said at one moment. */
export type SaidConference = Omit<CaseConferenceEntity, 'content'> & { readonly content: ConferenceWords };

/** What is said anew; who says it, when and of which case is known. */
export type NewConference = Pick<SaidConference, 'state' | 'memberIds' | 'content'>;

/** A conference with everything that was said of it. */
export interface KeptConference {
  readonly now: SaidConference;
  /** The last first. */
  readonly earlier: readonly SaidConference[];
}

/** Conferences of cases, their words sealed under the key of the case. Nothing that was said is ever changed. */
@Injectable()
export class ConferencesRepository {
  constructor(
    @InjectRepository(CaseConferenceEntity)
    private readonly conferences: UnitRepository<CaseConferenceEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
  ) {}

  /** What stands of each, by its appointment. */
  async statesOf({ row }: LoadedCase): Promise<ReadonlyMap<string, SaidConference['state']>> {
    const found = await this.conferences.find({
      select: { id: true, appointmentId: true, state: true },
      where: { caseFileId: row.id },
      order: { version: 'ASC', id: 'ASC' },
    });
    return new Map(found.map(({ appointmentId, state }) => [appointmentId, state]));
  }

  /** `null`: nobody has said anything of it yet. */
  async findConference({ row, key }: LoadedCase, appointmentId: string): Promise<KeptConference | null> {
    const found = await this.conferences.find({
      where: { caseFileId: row.id, appointmentId },
      order: { version: 'DESC' },
    });
    const [now, ...earlier] = found.map((it) => this.openWords(key, it));
    return now ? { now, earlier } : null;
  }

  /** What stands of each, the first that was said anything of first. */
  async listStanding({ row, key }: LoadedCase): Promise<readonly SaidConference[]> {
    const found = await this.conferences.find({
      where: { caseFileId: row.id },
      order: { version: 'ASC', id: 'ASC' },
    });
    const standing = new Map(found.map((it) => [it.appointmentId, it]));
    return [...standing.values()].map((it) => this.openWords(key, it));
  }

  private openWords(key: LoadedCase['key'], it: CaseConferenceEntity): SaidConference {
    const { content: _sealed, ...rest } = it;
    return { ...rest, content: this.secrecy.openColumn(key, it, 'content') };
  }

  /** Gives the SHA-256 of what was said, against which it can be held. */
  async sayConference(
    { row, key }: LoadedCase,
    { appointmentId, version }: Pick<SaidConference, 'appointmentId' | 'version'>,
    { content, ...said }: NewConference,
  ): Promise<string> {
    const id = randomUUID();
    await this.conferences.insert({
      ...said,
      ...{ id, appointmentId, version, caseFileId: row.id, teamId: row.teamId, keyId: key.id },
      ...{ at: new Date(this.unit.now()), byId: this.unit.account.id },
      content: this.secrecy.seal(key, rowOf(CaseConferenceEntity, { id }), 'content', content),
    });
    const told = JSON.stringify([said.memberIds, content]);
    return createHash('sha256').update(told).digest('hex');
  }
}
