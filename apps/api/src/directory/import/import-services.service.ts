import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { readServiceTable, SERVICE_TABLE_COLUMNS, type TableService } from '@repere/directory';
import { territoryName } from '@repere/territories';
import { IsNull } from 'typeorm';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ServiceImportEntity } from '../entities/service-import.entity';
import { ServiceAddressesRepository } from '../services/service-addresses.repository';
import { ServiceMembersQuery } from '../services/service-members.query';
import { ServicesAskedNow } from '../services/services-asked-now';
import type { RemoveServiceQueryDto } from '../services/services.dto';
import { ServicesRepository } from '../services/services.repository';
import { RemindToCheck } from '../remind-to-check';
import type { ImportPreviewDto, ServiceImportsDto } from './service-imports.dto';
import { checkLine, type CheckedLine, type RefusedCell } from './check-line';
import { TABLE_PROBLEM_WORDS } from './table-problem-words';

/** As many as a page shows of what is read, and of what is wrong. */
const FIRST = 20;
const FIRST_PROBLEMS = 100;

/** Tables of services that are taken in at once: looked at first, whole or not at all, and taken back in one press. */
@Injectable()
export class ImportServicesService {
  constructor(
    @InjectRepository(ServiceImportEntity) private readonly imports: UnitRepository<ServiceImportEntity>,
    private readonly services: ServicesRepository,
    private readonly addresses: ServiceAddressesRepository,
    private readonly members: ServiceMembersQuery,
    private readonly reminder: RemindToCheck,
    private readonly askedNow: ServicesAskedNow,
    private readonly unit: UnitOfWork,
  ) {}

  async preview(table: string): Promise<ImportPreviewDto> {
    const { added, known, problems, unread } = await this.readTable(table);
    this.unit.notes({ added: added.length, known, wrong: problems.length });
    return {
      added: added.length,
      first: added.slice(0, FIRST).map(({ line, content, profile }) => ({
        ...{ line, name: content.name, kind: profile.kind },
        territories: profile.territories.map(territoryName),
      })),
      known,
      wrong: problems.length,
      problems: problems.slice(0, FIRST_PROBLEMS).map(({ column, ...problem }) => ({
        ...problem,
        column: column && SERVICE_TABLE_COLUMNS[column][0],
      })),
      unread,
      columns: Object.values(SERVICE_TABLE_COLUMNS).map(([name]) => name),
    };
  }

  /** Whole, or nothing: a table in which a line is wrong is refused. */
  async importTable(table: string): Promise<ServiceImportsDto> {
    const { added, problems } = await this.readTable(table);
    if (problems.length > 0)
      throw refused(
        'wrong-lines',
        'Des lignes sont à corriger : rien n’a été ajouté.',
        'Some lines are to be mended: nothing was added.',
        'table',
      );
    if (added.length === 0)
      throw refused(
        'nothing-new',
        'Tous ces services sont déjà dans l’annuaire.',
        'All of these services are in the directory already.',
        'table',
      );
    const id = randomUUID();
    const at = new Date(this.unit.now());
    await this.imports.insert({ id, at, byId: this.unit.account.id, services: added.length });
    const ids = await this.services.insert(added, id);
    for (const [place, { secretAddress }] of added.entries())
      if (secretAddress) await this.addresses.setAddress(ids[place] ?? '', secretAddress);
    await this.reminder.remindLater();
    this.unit.notes({ import: id, services: added.length });
    return this.listImports();
  }

  async listImports(): Promise<ServiceImportsDto> {
    const rows = await this.imports.find({ order: { at: 'DESC', id: 'ASC' }, take: FIRST });
    const names = await this.members.namesOf(rows.map(({ byId }) => byId));
    const untouched = await this.services.countUntouched(rows.map(({ id }) => id));
    return {
      items: rows.map(({ id, at, byId, services, undoneAt }) => ({
        ...{ id, services, at: at.toISOString(), by: names.get(byId) ?? '' },
        untouched: undoneAt ? 0 : (untouched.get(id) ?? 0),
        undoneAt: undoneAt?.toISOString() ?? null,
      })),
    };
  }

  /**
   * What somebody changed or made sure of since stays: it is theirs. `asked-now` where somebody waits for one that would go, unless
   * whoever undoes it knows.
   */
  async undo(id: string, { although }: RemoveServiceQueryDto): Promise<ServiceImportsDto> {
    const { affected } = await this.imports.update(
      { id, undoneAt: IsNull() },
      { undoneAt: new Date(this.unit.now()), undoneBy: this.unit.account.id },
    );
    if (affected !== 1) throw new Refusal('not-found');
    const untouched = await this.services.untouchedOf(id);
    if (although !== 'asked') await this.askedNow.refuseIfAsked(untouched);
    const removed = untouched.length > 0 ? await this.services.removeServices(untouched) : 0;
    this.unit.notes({ import: id, removed });
    return this.listImports();
  }

  private async readTable(table: string): Promise<ReadTable> {
    const { services, doubtful, problems, unread } = readServiceTable(table);
    const { checked, refused: cells } = await checkAll(services, this.unit.now());
    // All that is wrong in a line is said at once.
    const wrong = new Set(problems.map(placeOf));
    const { refused: found } = await checkAll(doubtful, this.unit.now());
    const others = found.filter((it) => !wrong.has(placeOf(it)));
    const there = new Set(
      (await this.services.listServices()).map(({ name, profile }) => markOf(name, profile.territories)),
    );
    const added: CheckedLine[] = [];
    for (const service of checked) {
      const mark = markOf(service.content.name, service.profile.territories);
      if (!there.has(mark)) added.push(service);
      there.add(mark);
    }
    return {
      ...{ added, known: checked.length - added.length, unread },
      problems: [
        ...problems.map((it) => ({ ...it, text: TABLE_PROBLEM_WORDS[it.code] })),
        ...cells,
        ...others,
      ].sort((a, b) => a.line - b.line),
    };
  }
}

interface ReadTable {
  readonly added: readonly CheckedLine[];
  readonly known: number;
  readonly problems: readonly RefusedCell[];
  readonly unread: readonly string[];
}

async function checkAll(services: readonly TableService[], now: number) {
  const checked: CheckedLine[] = [];
  const refusedCells: RefusedCell[] = [];
  for (const [at, service] of services.entries()) {
    // Others are answered meanwhile.
    if (at % 100 === 99) await nextTurn();
    const found = await checkLine(service, now);
    if ('line' in found) checked.push(found);
    else refusedCells.push(...found);
  }
  return { checked, refused: refusedCells };
}

const placeOf = ({ line, column }: Pick<RefusedCell, 'line' | 'column'>): string =>
  JSON.stringify([line, column]);

/** The same name in the same territories is the same service. */
const markOf = (name: string, territories: readonly string[]): string =>
  JSON.stringify([name.trim().toLowerCase(), [...territories].sort()]);
