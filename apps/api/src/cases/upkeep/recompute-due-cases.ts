import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { applyEntry, tick } from '@repere/case-engine';
import type { DeclaredAct } from '../../platform/unit/act';
import { placeIn } from '../../platform/requests/request-origin';
import { SpaceRounds } from '../../platform/spaces/space-rounds';
import type { Space } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseReader } from '../reading/case-reader';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { JournalRepository } from '../journal/journal.repository';
import { ProjectionsRepository } from '../projections/projections.repository';
import { DUE_CASES_SQL } from './due-cases.query';

const RECOMPUTE: DeclaredAct = { type: 'case-file.refold', purpose: 'maintenance', idempotent: false };

/** What time alone brings about: protocols that open after a delay, steps whose hour has come. Any process may do it; none does it twice. */
@Injectable()
export class RecomputeDueCases implements OnModuleInit {
  private readonly logger = new Logger('Refold');

  constructor(
    private readonly rounds: SpaceRounds,
    private readonly units: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly reader: CaseReader,
    private readonly journal: JournalRepository,
    private readonly projections: ProjectionsRepository,
  ) {}

  onModuleInit(): void {
    this.rounds.registerLong(async (space, isStopping) => {
      while (!isStopping() && (await this.recomputeCases(space)) > 0);
    });
  }

  /** Number of cases recomputed in this space. */
  async recomputeCases(space: Space): Promise<number> {
    const due = await this.units.unrecorded('system:refold', placeIn(space), () => this.due());
    let done = 0;
    for (const id of due) {
      try {
        if (await this.units.runAs('system:refold', placeIn(space), RECOMPUTE, () => this.recomputeOne(id)))
          done++;
      } catch (error) {
        // One that can't be read must not keep the others waiting.
        this.logger.error(nameOf(error));
      }
    }
    return done;
  }

  /** One process at a time looks; the others have nothing to do. */
  private async due(): Promise<readonly string[]> {
    const { manager } = this.units;
    const looking = await DUE_CASES_SQL.lookAlone.first(manager);
    if (!looking?.isAlone) return [];
    const due = await DUE_CASES_SQL.list.readRows(manager, [new Date(this.units.now())]);
    return due.map(({ id }) => id);
  }

  private async recomputeOne(id: string): Promise<boolean> {
    const now = this.units.now();
    const still = await DUE_CASES_SQL.lock.first(this.units.manager, [id, new Date(now)]);
    const row = still && (await this.rows.find(id));
    if (!row) return false;
    this.units.aboutCase(id);
    const file = await this.reader.load(row);
    const entries = tick(file.state, { now, newId: randomUUID, inForce: file.inForce });
    await this.journal.append(row, file.key, file.journal, entries);
    await this.projections.writeProjections(file.after(entries, entries.reduce(applyEntry, file.state)));
    return true;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
