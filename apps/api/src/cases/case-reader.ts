import { Injectable } from '@nestjs/common';
import { type CaseAct, may } from '@repere/access';
import type { Child } from '@repere/cases';
import { foldCase, type JournalEntry } from '@repere/protocol-engine';
import { territoryOf } from '@repere/territories';
import { askerOf } from '../platform/asker';
import { Refusal } from '../platform/refusal';
import { KeyDestroyed } from '../platform/secrecy/key-store';
import { Secrecy } from '../platform/secrecy/secrecy';
import { UnitOfWork } from '../platform/unit-of-work';
import { ProtocolShelf } from '../protocols/protocol-shelf';
import { type CaseRow, childPlace } from './case-row';
import { CaseRowsRepository } from './case-rows.repository';
import { JournalRepository } from './journal/journal.repository';
import { LoadedCase, resourceOf } from './loaded-case';

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Opens cases for those who may. A case that isn't there and one that isn't theirs look alike: `not-found`. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly journal: JournalRepository,
    private readonly secrecy: Secrecy,
    private readonly shelf: ProtocolShelf,
  ) {}

  async read(id: string): Promise<LoadedCase> {
    return this.loadKept(await this.allowed(id, 'read'));
  }

  /** For an act: nobody else writes to the case until the transaction ends. */
  async lock(id: string, act: Exclude<CaseAct, 'read'> = 'write'): Promise<LoadedCase> {
    await this.allowed(id, act);
    const row = await this.rows.lock(id);
    if (!row) throw new Refusal('not-found');
    return this.loadKept(row);
  }

  /** The line of the case alone, once it is sure that the account may do this with it. */
  async allowed(id: string, act: CaseAct): Promise<CaseRow> {
    if (!UUID.test(id)) throw new Refusal('not-found');
    this.unit.about(id);
    const row = await this.rows.find(id);
    if (!row) throw new Refusal('not-found');
    const asker = askerOf(this.unit.account);
    if (!may(asker, 'read', resourceOf(row)).yes) throw new Refusal('not-found');
    const verdict = may(asker, act, resourceOf(row));
    if (!verdict.yes) throw new Refusal('not-allowed', { reasons: [verdict.reason] });
    return row;
  }

  /** An erased case is not there any more. */
  private async loadKept(row: CaseRow): Promise<LoadedCase> {
    try {
      return await this.load(row);
    } catch (error) {
      throw error instanceof KeyDestroyed ? new Refusal('not-found') : error;
    }
  }

  /** Those of these cases that the account sees and that were not erased, by id. */
  async loadAll(ids: readonly string[]): Promise<ReadonlyMap<string, LoadedCase>> {
    const cases = new Map<string, LoadedCase>();
    for (const row of await this.rows.list([...new Set(ids)])) {
      const file = await this.load(row).catch((error: unknown) => {
        if (error instanceof KeyDestroyed) return null;
        throw error;
      });
      if (file) cases.set(row.id, file);
    }
    return cases;
  }

  /** Decrypts and folds, for the account or the system actor that was let through; throws `KeyDestroyed` after erasure. */
  async load(row: CaseRow): Promise<LoadedCase> {
    const key = await this.secrecy.openDataKey(row.dataKeyId);
    const journal = await this.journal.read(row.id, key);
    const shelf = await this.shelf.open();
    const child = this.secrecy.unseal(key, childPlace(row.id), row.child) as Child;
    const territory = territoryOf(row.territory);
    if (!territory) throw new Error(`no territory ${row.territory}`);
    const state = foldCase(shelf.set, journal as JournalEntry[], { now: this.unit.now(), territory });
    return new LoadedCase(row, key, child, journal, shelf, territory, state);
  }
}
