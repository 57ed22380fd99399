import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { isoDay, localDay } from '@repere/feel';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseFileEntity } from '../entities/case/case-file.entity';
import { DeadlineEntity } from '../entities/projections/deadline.entity';
import { StepStateEntity } from '../entities/projections/step-state.entity';
import { closedAt } from './at-rest';
import type { LoadedCase } from '../reading/loaded-case';
import { projectCase } from './projected-case';
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
  constructor(
    @InjectRepository(CaseFileEntity) private readonly caseFiles: Repository<CaseFileEntity>,
    @InjectRepository(DeadlineEntity) private readonly deadlines: Repository<DeadlineEntity>,
    @InjectRepository(StepStateEntity) private readonly steps: Repository<StepStateEntity>,
    private readonly unit: UnitOfWork,
  ) {}

  /** `done`: steps that were just done by whoever acts, who has no draft of them any more. */
  async writeProjections(file: LoadedCase, done: readonly StepDone[] = []): Promise<void> {
    const { row } = file;
    const { actor } = this.unit;
    const { rows, nextChangeAt, nextDueAt } = projectCase(file);
    await WRITE_PROJECTED(this.unit.manager, [
      ...[row.id, row.teamId, row.leadId, JSON.stringify(rows), file.seq, new Date(changedAt(file))],
      ...[nextChangeAt, nextDueAt, closedOn(file)],
      ...[actor.kind === 'account' ? actor.id : null, JSON.stringify(done)],
    ]);
    const wakes = nextChangeAt && machineTime(this.unit.space, new Date(nextChangeAt));
    if (wakes) this.unit.wakes(wakes);
    // What is to be told at once is told now, not within the minute.
    if (rows.deadline.some((it) => it.met_at === null && (it.at_once || it.of === 'approval')))
      this.unit.wakes(new Date(machineNow()));
  }

  /** Who leads the case, and so whose its steps and deadlines are. */
  async nameLead(id: string, leadId: string): Promise<void> {
    await this.caseFiles.update(id, { leadId });
    await this.deadlines.update({ caseFileId: id }, { leadId });
    await this.steps.update({ caseFileId: id }, { leadId });
  }

  /** As if they had been lost, but for the runs. */
  delete(caseFileId: string): Promise<void> {
    return DELETE_PROJECTED(this.unit.manager, [caseFileId]);
  }
}

/** The day of its closure, where the case is. */
function closedOn(file: LoadedCase): string | null {
  const at = closedAt(file);
  return at === null ? null : isoDay(localDay(at, file.territory.zone));
}

/** When the case was last acted on. */
const changedAt = ({ journal, row }: LoadedCase): number =>
  journal.at(-1)?.recordedAt ?? row.openedAt.getTime();
