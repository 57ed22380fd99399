import { Injectable } from '@nestjs/common';
import { type CaseAct, may } from '@repere/access';
import type { JournalEntry } from '@repere/case-engine';
import { territoryOf } from '@repere/territories';
import type { EntityManager } from 'typeorm';
import { NeededRights, type PartOfCase } from '../../platform/routes/needed-rights';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { type DataKey, KeyDestroyed } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { type CaseRow, childPlace } from './case-row';
import { CaseRowsRepository } from './case-rows.repository';
import { JournalRepository } from '../journal/journal.repository';
import { FoldedJournals } from './folded-journals';
import { LoadedCase, resourceOf } from './loaded-case';
import { FormerIdentities } from '../people/former-identities';
import { redactedClasses } from '../disclosure/redacted-classes';
import type { ChildDto } from '../opening/child.dto';

/** Opens cases for those who may. A case that isn't there and one that isn't theirs look alike: `not-found`. */
@Injectable()
export class CaseReader {
  /** By unit of work, the line that was read to ask what the route needs, until it is looked at once more; under its lock or not. */
  private readonly needed = new WeakMap<
    EntityManager,
    { readonly row: CaseRow; readonly isLocked: boolean }
  >();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly rights: NeededRights,
    private readonly rows: CaseRowsRepository,
    private readonly journal: JournalRepository,
    private readonly secrecy: Secrecy,
    private readonly registry: ProtocolRegistry,
    private readonly formerIdentities: FormerIdentities,
    private readonly folded: FoldedJournals,
  ) {}

  /** `act`: what it is read for, when that takes more than the right to read. */
  async readCase(id: string, act: CaseAct = 'read', part: PartOfCase = {}): Promise<LoadedCase> {
    return this.loadKept(await this.allowed(id, act, part));
  }

  /** For what anybody may do who sees something of it: those who read it, and those who receive a part. */
  async readSeen(id: string): Promise<LoadedCase> {
    return this.loadKept(await this.seen(id));
  }

  /** The line of the case alone, for the same. */
  async seen(id: string): Promise<CaseRow> {
    const row = await this.findRow(id);
    const receives = may(principalOf(this.unit.account), 'receive', resourceOf(row)).yes;
    return this.demand(row, receives ? 'receive' : 'read');
  }

  /** For an act: nobody else writes to the case until the transaction ends. The right is the one that the route says it needs. */
  async lock(id: string): Promise<LoadedCase> {
    const { act, part } = this.rights.onCase(id);
    return this.lockFor(id, act, part);
  }

  /** The same for work whose route names no case: an erasure, a request for access. */
  async lockFor(id: string, act: Exclude<CaseAct, 'read'>, part: PartOfCase = {}): Promise<LoadedCase> {
    const needed = this.needed.get(this.unit.manager);
    if (needed?.row.id === id && needed.isLocked) return this.loadKept(await this.allowed(id, act, part));
    await this.allowed(id, act, part);
    const row = await this.rows.lockSeen(id);
    if (!row) throw new Refusal('not-found');
    // As it is now: it may have been restricted while this waited for it.
    return this.loadKept(this.demand(row, act, part));
  }

  /**
   * Asks for what a route needs, before its work: which finds the line of the case without reading it again. `isLocked`: what
   * writes waits for whoever writes to the case before it asks, so that the right is that of now.
   */
  async need(
    id: string,
    act: CaseAct | 'see',
    { isLocked = false, part = {} }: { readonly isLocked?: boolean; readonly part?: PartOfCase } = {},
  ): Promise<CaseRow> {
    const row =
      act === 'see' ? await this.seen(id) : this.demand(await this.findRow(id, isLocked), act, part);
    this.needed.set(this.unit.manager, { row, isLocked });
    return row;
  }

  /** The line of the case alone, once it is sure that the account may do this with it, or with this part of it. */
  async allowed(id: string, act: CaseAct, part: PartOfCase = {}): Promise<CaseRow> {
    return this.demand(await this.findRow(id), act, part);
  }

  private async findRow(id: string, isLocked = false): Promise<CaseRow> {
    if (!UUID.test(id)) throw new Refusal('not-found');
    this.unit.aboutCase(id);
    const { manager } = this.unit;
    const needed = this.needed.get(manager);
    this.needed.delete(manager);
    const row =
      needed?.row.id === id ? needed.row : await (isLocked ? this.rows.lockSeen(id) : this.rows.findRow(id));
    if (!row) throw new Refusal('not-found');
    return row;
  }

  private demand(row: CaseRow, act: CaseAct, part: PartOfCase = {}): CaseRow {
    const principal = principalOf(this.unit.account);
    const resource = { ...resourceOf(row), ...part };
    const reads = may(principal, 'read', resource).yes;
    // A partner finds the part that they received, and nothing by any other way.
    if (!reads && !(act === 'receive' && may(principal, act, resource).yes)) throw new Refusal('not-found');
    this.unit.noteRedacted(row.id, [...redactedClasses(principal, resource, reads ? 'read' : 'receive')]);
    if (reads && !may(principal, 'read', { ...resource, missionIds: [] }).yes)
      this.unit.audits(row.missionIds);
    const verdict = may(principal, act, resource);
    if (!verdict.yes) throw new Refusal('not-allowed', { reasons: [verdict.reason] });
    return row;
  }

  /** An erased case is not there any more. */
  private async loadKept(row: CaseRow): Promise<LoadedCase> {
    const file = await this.loadUnlessErased(row);
    if (!file) throw new Refusal('not-found');
    return file;
  }

  /** `null` after erasure. */
  async loadUnlessErased(row: CaseRow): Promise<LoadedCase | null> {
    try {
      return await this.loadCase(row);
    } catch (error) {
      if (error instanceof KeyDestroyed) return null;
      throw error;
    }
  }

  /** Those of these cases that the account sees and that were not erased, by id. */
  async loadAll(ids: readonly string[]): Promise<ReadonlyMap<string, LoadedCase>> {
    const cases = new Map<string, LoadedCase>();
    for (const row of await this.rows.listRows([...new Set(ids)])) {
      const file = await this.loadUnlessErased(row);
      if (file) cases.set(row.id, file);
    }
    return cases;
  }

  /** Decrypts, for the account or the system actor that was let through; throws `KeyDestroyed` after erasure. */
  async loadCase(row: CaseRow): Promise<LoadedCase> {
    const key = await this.secrecy.openDataKey(row.dataKeyId);
    return this.loadWith(row, key, await this.journal.readJournal(row.id, key));
  }

  /** The same of several at once, but for those that were erased. */
  async loadMany(rows: readonly CaseRow[]): Promise<readonly LoadedCase[]> {
    if (rows.length === 0) return [];
    const opened = await this.secrecy.openDataKeys(rows.map(({ dataKeyId }) => dataKeyId));
    const keys = new Map(opened.map((key) => [key.id, key]));
    const kept = rows.flatMap((row) => {
      const key = keys.get(row.dataKeyId);
      return key ? [{ row, key, caseFileId: row.id }] : [];
    });
    const journals = await this.journal.readMany(kept);
    const files: LoadedCase[] = [];
    for (const { row, key } of kept) files.push(await this.loadWith(row, key, journals.get(row.id) ?? []));
    return files;
  }

  private async loadWith(row: CaseRow, key: DataKey, journal: readonly JournalEntry[]): Promise<LoadedCase> {
    const published = await this.registry.readPublished();
    const child = this.secrecy.unseal(key, childPlace(row.id), row.child) as ChildDto;
    const territory = territoryOf(row.territory);
    if (!territory) throw new Error(`no territory ${row.territory}`);
    const formerly = await this.formerIdentities.readFormerIdentities(row.id, key, journal);
    const context = { now: this.unit.now(), territory };
    const fold = () => this.folded.foldOnce(published.set, journal, context);
    return new LoadedCase(row, key, child, journal, published, territory, formerly, fold);
  }
}
