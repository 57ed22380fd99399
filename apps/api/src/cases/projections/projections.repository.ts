import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Repository } from 'typeorm';
import { isoDay, localDay } from '@repere/feel';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseFileEntity } from '../entities/case/case-file.entity';
import { DeadlineEntity } from '../entities/projections/deadline.entity';
import { WorkLineEntity } from '../entities/projections/work-line.entity';
import { closedAt } from './at-rest';
import type { LoadedCase } from '../reading/loaded-case';
import { projectCase } from './projected-case';
import type { CaseRow } from '../reading/case-row';
import { PROJECTED_TABLES, type ProjectedRows } from './projections';
import { allRows, rowChanges } from './row-changes';
import { DELETE_PROJECTED, WRITE_PROJECTED } from './projected-case.query';
import { machineNow, machineTime } from '../../platform/clocks';

/** A step of a run that was just done. */
export interface StepDone {
  readonly runId: string;
  readonly step: string;
}

/** The tables that lists and statistics read; always written in the transaction of the act, and only what has changed. */
@Injectable()
export class ProjectionsRepository {
  /** By unit of work and case, what it wrote last itself: lines of cases that it read before say nothing of that. */
  private readonly last = new WeakMap<EntityManager, Map<string, Hashes | null>>();

  constructor(
    @InjectRepository(CaseFileEntity) private readonly caseFiles: Repository<CaseFileEntity>,
    @InjectRepository(DeadlineEntity) private readonly deadlines: Repository<DeadlineEntity>,
    @InjectRepository(WorkLineEntity) private readonly lines: Repository<WorkLineEntity>,
    private readonly unit: UnitOfWork,
  ) {}

  /** The rows of a case as it stands now: taken before an act moves it on, so that only what the act changes has to be written. */
  projectRows(file: LoadedCase): ProjectedRows {
    return projectCase(file).rows;
  }

  /** `done`: steps that were just done by whoever acts, who has no draft of them any more; `stood`: the rows before the act. */
  async writeProjections(
    file: LoadedCase,
    done: readonly StepDone[] = [],
    stood: ProjectedRows | null = null,
  ): Promise<void> {
    const { row } = file;
    const { actor, manager } = this.unit;
    const { rows, nextChangeAt, nextDueAt } = projectCase(file);
    const hashes = hashesOf(row, rows);
    const last = this.lastIn(manager).get(row.id);
    const before = (last === undefined ? row.projected : last) ?? null;
    const what = {
      ...{ id: row.id, teamId: row.teamId, leadId: row.leadId, seq: file.seq },
      ...{ changedAt: new Date(changedAt(file)), nextChangeAt, nextDueAt, closedOn: closedOn(file) },
      done: done.length === 0 ? null : JSON.stringify(done),
      by: actor.kind === 'account' ? actor.id : null,
      projected: JSON.stringify(hashes),
    };
    const changed = PROJECTED_TABLES.filter((table) => before?.[table] !== hashes[table]);
    const changes = rowChanges(changed, rows, stood && before ? knownOf(row, stood, before) : {});
    const write = {
      ...{ ...what, changed: changes.tables, rows: JSON.stringify(changes.rows) },
      before: before && JSON.stringify(before),
    };
    const wrote = await this.unit.changesNothingToRecord(() => WRITE_PROJECTED.first(manager, write));
    // Somebody else wrote it meanwhile, or it was lost.
    if (!wrote) {
      const all = allRows(rows);
      const whole = { changed: all.tables, rows: JSON.stringify(all.rows) };
      await WRITE_PROJECTED.readRows(manager, { ...what, ...whole, before: null });
    }
    this.lastIn(manager).set(row.id, hashes);
    const wakes = nextChangeAt && machineTime(this.unit.space, new Date(nextChangeAt));
    if (wakes) this.unit.wakes(wakes);
    // What is to be told at once is told now, not within the minute.
    if (rows.deadline.some((it) => it.met_at === null && (it.at_once || it.of === 'approval')))
      this.unit.wakes(new Date(machineNow()));
  }

  /** Who leads the case, and so whose its deadlines and lines of work are. */
  async nameLead(id: string, leadId: string): Promise<void> {
    await this.caseFiles.update(id, { leadId });
    await this.deadlines.update({ caseFileId: id }, { leadId });
    await this.lines.update({ caseFileId: id }, { leadId });
  }

  /** As if they had been lost, but for the runs. */
  async delete(caseFileId: string): Promise<void> {
    const { manager } = this.unit;
    await DELETE_PROJECTED(manager, [caseFileId]);
    this.lastIn(manager).set(caseFileId, null);
  }

  private lastIn(manager: EntityManager): Map<string, Hashes | null> {
    const last = this.last.get(manager) ?? new Map<string, Hashes | null>();
    this.last.set(manager, last);
    return last;
  }
}

/** Of the rows before the act those whose hash is that of what was written last: they stand so. */
function knownOf(row: CaseRow, stood: ProjectedRows, before: Hashes): Partial<ProjectedRows> {
  const hashes = hashesOf(row, stood);
  return Object.fromEntries(
    PROJECTED_TABLES.filter((table) => hashes[table] === before[table]).map((table) => [table, stood[table]]),
  );
}

/** Of the rows of each table, with what all of them have of the case. */
type Hashes = Readonly<Record<string, string>>;

const hashesOf = ({ teamId, leadId }: CaseRow, rows: ProjectedRows): Hashes =>
  Object.fromEntries(
    PROJECTED_TABLES.map((table) => [
      table,
      hash('sha256', JSON.stringify([teamId, leadId, rows[table]]), 'base64url').slice(0, 22),
    ]),
  );

/** The day of its closure, where the case is. */
function closedOn(file: LoadedCase): string | null {
  const at = closedAt(file);
  return at === null ? null : isoDay(localDay(at, file.territory.zone));
}

/** When the case was last acted on. */
const changedAt = ({ journal, row }: LoadedCase): number =>
  journal.at(-1)?.recordedAt ?? row.openedAt.getTime();
