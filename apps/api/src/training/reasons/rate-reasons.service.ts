import { Injectable } from '@nestjs/common';
import { listWrittenReasons, REASON_CRITERIA, timeIn } from '@repere/training';
import { CaseReader } from '../../cases/reading/case-reader';
import { refused } from '../../platform/refusals/refused';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { Learners } from '../learners/learners.service';
import { StoryCase } from '../story/story-case';
import type { RateReasonDto } from './reasons.dto';
import { REASONS_SQL } from './reasons.query';

const RATE: DeclaredAct = { type: 'training.rate-reason', purpose: 'training', idempotent: false };

/** What whoever leads says of the reasons that a class wrote. It stands in the training space, and goes with it. */
@Injectable()
export class RateReasons {
  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly reader: CaseReader,
    private readonly story: StoryCase,
  ) {}

  /** In place of the rating before. Refuses what rates nothing, or both ways; `not-found`: this act gives no reason of the story. */
  async rate(place: RequestPlace, entryId: string, { met, missing, note }: RateReasonDto): Promise<void> {
    if (met.length + missing.length === 0)
      throw refused(
        'nothing-rated',
        'Dites d’un critère au moins s’il y est ou non.',
        'Say of one criterion at least whether it is there or not.',
        'met',
      );
    if (met.some((criterion) => missing.includes(criterion)))
      throw refused(
        'rated-both-ways',
        'Un critère est là, ou il n’y est pas.',
        'A criterion is there, or it is not.',
        'missing',
      );
    await this.requireReason(place, entryId);
    const rated = (given: RateReasonDto['met']) => REASON_CRITERIA.filter((it) => given.includes(it));
    await this.units.runAs('system:access', place, RATE, async () => {
      this.units.notes({ entry: entryId, met: rated(met).join(' '), missing: rated(missing).join(' ') });
      await REASONS_SQL.rate(this.units.manager, [entryId, rated(met), rated(missing), note ?? null]);
    });
  }

  /** It counts nothing again; done twice, the same. */
  async takeBack(place: RequestPlace, entryId: string): Promise<void> {
    await this.requireReason(place, entryId);
    await this.units.runAs('system:access', place, RATE, async () => {
      this.units.notes({ entry: entryId, isTakenBack: true });
      await REASONS_SQL.takeBack(this.units.manager, [entryId]);
    });
  }

  private async requireReason(place: RequestPlace, entryId: string): Promise<void> {
    const scenario = await this.learners.scenarioOf(place);
    if (!scenario) throw new Refusal('not-found');
    const isReason = await this.units.unrecorded('system:recompute', place, async () => {
      const row = await this.story.findRow();
      if (!row) return false;
      const { journal, published, territory, state } = await this.reader.loadCase(row);
      const runs = new Map(state.readFold().runs.map(({ runId, protocol }) => [runId, protocol] as const));
      const from = timeIn(territory, scenario.begins);
      const rated = journal.filter(({ id }) => id === entryId);
      return listWrittenReasons(published.set, runs, rated, from).length > 0;
    });
    if (!isReason) throw new Refusal('not-found');
  }
}
