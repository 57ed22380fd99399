import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { applyEntry, tick } from '@repere/case-engine';
import type { DeclaredAct } from '../../platform/unit/act';
import { placeIn } from '../../platform/requests/request-origin';
import { SpaceRounds } from '../../platform/spaces/space-rounds';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseReader } from '../reading/case-reader';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { JournalRepository } from '../journal/journal.repository';
import { ProjectionsRepository } from '../projections/projections.repository';
import { DUE_CASES_SQL } from './due-cases.query';

/** Each case has an event of its own: that of the unit would be of none. */
const RECOMPUTE: DeclaredAct = {
  ...{ type: 'case-file.recompute', purpose: 'maintenance', idempotent: false },
  isUnrecorded: true,
};

/** How many cases wait for one transaction: as long as it takes, nobody writes to any of them. */
const TOGETHER = 8;
/** Of the time that some took, how long the next are let wait: people ask for pages meanwhile. */
const REST = 0.5;

/** What time alone brings about: protocols that open after a delay, steps whose hour has come. Any process may do it; none does it twice. */
@Injectable()
export class RecomputeDueCases implements OnModuleInit {
  private readonly logger = new Logger('Recompute');

  constructor(
    private readonly rounds: SpaceRounds,
    private readonly spaces: Spaces,
    private readonly units: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly reader: CaseReader,
    private readonly journal: JournalRepository,
    private readonly projections: ProjectionsRepository,
  ) {}

  onModuleInit(): void {
    this.rounds.registerLong(async (space, isStopping) => {
      if (await this.spaces.isGivenCases(space)) return;
      while (!isStopping() && (await this.recomputeCases(space)) > 0);
    });
  }

  /** Number of cases recomputed in this space. */
  async recomputeCases(space: Space): Promise<number> {
    const due = await this.units.unrecorded('system:recompute', placeIn(space), () => this.due());
    let done = 0;
    for (let from = 0; from < due.length; from += TOGETHER) {
      const began = performance.now();
      done += await this.recomputeTogether(space, due.slice(from, from + TOGETHER));
      await delay((performance.now() - began) * REST);
    }
    return done;
  }

  /** In one transaction; where one of them can't be read, each by itself, so that it keeps none of the others waiting. */
  private async recomputeTogether(space: Space, ids: readonly string[]): Promise<number> {
    try {
      return await this.units.runAs('system:recompute', placeIn(space), RECOMPUTE, () => this.recompute(ids));
    } catch (error) {
      if (ids.length > 1) {
        let done = 0;
        for (const id of ids) done += await this.recomputeTogether(space, [id]);
        return done;
      }
      this.logger.error(nameOf(error));
      return 0;
    }
  }

  /** One process at a time looks; the others have nothing to do. */
  private async due(): Promise<readonly string[]> {
    const { manager } = this.units;
    const looking = await DUE_CASES_SQL.lookAlone.first(manager);
    if (!looking?.isAlone) return [];
    const due = await DUE_CASES_SQL.list.readRows(manager, [new Date(this.units.now())]);
    return due.map(({ id }) => id);
  }

  /** Those that still are due and that nobody else has in hand: their lines and journals are read at once, each has its own event. */
  private async recompute(ids: readonly string[]): Promise<number> {
    const now = this.units.now();
    const still = await DUE_CASES_SQL.lock.readRows(this.units.manager, [ids, new Date(now)]);
    const files = await this.reader.loadMany(await this.rows.listRows(still.map(({ id }) => id)));
    for (const file of files) {
      const entries = tick(file.state, { now, newId: randomUUID, inForce: file.inForce });
      const after = file.after(entries, entries.reduce(applyEntry, file.state));
      await this.journal.append(file.row, file.key, file.journal, after.journal);
      await this.projections.writeProjections(after);
      if (entries.length === 0)
        await this.units.recordEvent({ type: RECOMPUTE.type, caseFileId: file.row.id });
    }
    return files.length;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
