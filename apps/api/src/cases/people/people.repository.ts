import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { applyEntry, type FactsRecorded, occurrenceAt } from '@repere/protocol-engine';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { JournalRepository } from '../journal/journal.repository';
import type { LoadedCase } from '../reading/loaded-case';
import { ProjectionsRepository } from '../projections/projections.repository';
import { ADULTS, type KnownPerson, personOfRow, rowOfPerson } from './person-row';
import { PersonEntity } from '../entities/case/person.entity';

/** Who enters the people of an older case in its journal. */
export const ENTERS_EARLIER = 'system:people';

/** Whoever was noted beside the journal, before the list of adults was the one register. */
interface EarlierPerson {
  readonly person: KnownPerson;
  readonly notedAt: number;
}

/**
 * People around the child: the rows of the list of adults, in the journal. Those of an older case stand in a table of their
 * own, and are entered in the journal by the first act on the case.
 */
@Injectable()
export class PeopleRepository {
  constructor(
    @InjectRepository(PersonEntity) private readonly noted: Repository<PersonEntity>,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly journal: JournalRepository,
    private readonly projections: ProjectionsRepository,
  ) {}

  async list(file: LoadedCase): Promise<readonly KnownPerson[]> {
    const earlier = await this.notEntered(file);
    return [...rowsOf(file), ...earlier.map(({ person }) => person)];
  }

  /** The case with everybody in its journal who was only noted beside it. */
  async enterEarlier(file: LoadedCase): Promise<LoadedCase> {
    const earlier = await this.notEntered(file);
    if (earlier.length === 0) return file;
    const entries = earlier.map(({ person: { id, ...person }, notedAt }, place): FactsRecorded => ({
      kind: 'facts-recorded',
      id: randomUUID(),
      seq: file.seq + 1 + place,
      occurredAt: occurrenceAt(notedAt),
      recordedAt: this.unit.now(),
      enteredBy: ENTERS_EARLIER,
      values: {},
      list: ADULTS,
      row: { id, values: rowOfPerson(person) },
    }));
    const after = file.after(entries, entries.reduce(applyEntry, file.state));
    await this.journal.append(file.row, file.key, file.journal, entries);
    await this.projections.write(after);
    return after;
  }

  private async notEntered(file: LoadedCase): Promise<readonly EarlierPerson[]> {
    const { row, key } = file;
    const noted = await this.noted.find({
      where: { caseFileId: row.id },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    if (noted.length === 0) return [];
    const entered = new Set(rowsOf(file).map(({ id }) => id));
    return noted
      .filter(({ id }) => !entered.has(id))
      .map((it) => ({
        person: { ...this.secrecy.open(key, it, 'content'), id: it.id },
        notedAt: it.createdAt.getTime(),
      }));
  }
}

/** The list of adults as it stands. */
const rowsOf = ({ view }: LoadedCase): readonly KnownPerson[] =>
  (view.facts.find(({ fact, runId }) => fact === ADULTS && runId === null)?.rows ?? []).map(
    ({ id, values }) => personOfRow(id, values),
  );
