import { Injectable } from '@nestjs/common';
import type { PersonInput } from '@repere/cases';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import type { LoadedCase } from '../loaded-case';

export interface KnownPerson extends PersonInput {
  readonly id: string;
}

const placeOf = (id: string) => ({ table: 'person', column: 'content', row: id });

/** People around the child, sealed under the case's key. */
@Injectable()
export class PeopleRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async list({ row, key }: Pick<LoadedCase, 'row' | 'key'>): Promise<readonly KnownPerson[]> {
    const rows: { id: string; content: Buffer }[] = await this.unit.manager.query(
      `SELECT id, content FROM person WHERE case_file_id = $1 ORDER BY created_at, id`,
      [row.id],
    );
    return rows.map(({ id, content }) => ({
      ...(this.secrecy.unseal(key, placeOf(id), content) as PersonInput),
      id,
    }));
  }

  async add({ row, key }: LoadedCase, id: string, person: PersonInput): Promise<void> {
    await this.unit.manager.query(
      `INSERT INTO person (id, case_file_id, key_id, content, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $5)`,
      [id, row.id, key.id, this.secrecy.seal(key, placeOf(id), person), new Date(this.unit.now())],
    );
  }

  async change({ key }: LoadedCase, id: string, person: PersonInput): Promise<void> {
    await this.unit.manager.query(
      `UPDATE person SET content = $2, key_id = $3, changed_at = $4 WHERE id = $1`,
      [id, this.secrecy.seal(key, placeOf(id), person), key.id, new Date(this.unit.now())],
    );
  }
}
