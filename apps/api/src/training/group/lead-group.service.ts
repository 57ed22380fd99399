import { Injectable } from '@nestjs/common';
import { refused } from '../../platform/refusals/refused';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { MOST_LEARNERS, SPACE_CLASS_SQL } from '../../platform/spaces/space-class-rows';
import { Spaces } from '../../platform/spaces/spaces';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ListPractised } from '../certificates/practised/list-practised.service';
import { JoinCodes } from '../learners/join-codes';
import { Learners } from '../learners/learners.service';
import { limitOf } from './assessment-limit';
import type { AssessmentLimitDto } from './assessment-limit.dto';
import type { GroupDto, JoinCodeDto } from './group.dto';

const CODE: DeclaredAct = { type: 'training.class-code', purpose: 'training', idempotent: false };
const LIMIT: DeclaredAct = { ...CODE, type: 'training.begin-assessment' };
const SHOW: DeclaredAct = { ...CODE, type: 'training.show-score' };

/** What whoever leads says of the class. It stands in the address book; that it was said, in the record of the space. */
@Injectable()
export class LeadGroup {
  constructor(
    private readonly units: UnitOfWork,
    private readonly spaces: Spaces,
    private readonly codes: JoinCodes,
    private readonly learners: Learners,
    private readonly practised: ListPractised,
  ) {}

  /** Asked again and again while people come, so that it is in no record. */
  async look(place: RequestPlace): Promise<GroupDto> {
    const row = await this.learners.classOf(place);
    const scenario = await this.learners.scenarioOf(place);
    const parts = scenario && (await this.practised.listParts(place, scenario));
    const learners = await this.learners.listLearners(place);
    return {
      scenario: scenario?.title ?? null,
      outOfForce: row.out_of_force ?? [],
      mode: row.mode,
      minutes: scenario?.minutes ?? 0,
      limit: limitOf(row),
      codeUntil: row.code_until?.toISOString() ?? null,
      isScoreShown: row.is_score_shown,
      most: MOST_LEARNERS,
      learners: learners.map((it) => ({ ...it, tookPart: parts?.get(it.id) ?? null })),
    };
  }

  renewCode(place: RequestPlace): Promise<JoinCodeDto> {
    return this.units.runAs('system:access', place, CODE, async () => {
      this.units.notes({ isOpen: true });
      const renewed = await this.codes.renew(place.space);
      if (!renewed) throw new Refusal('space-shut');
      return { code: renewed.code, until: renewed.until.toISOString() };
    });
  }

  closeCode(place: RequestPlace): Promise<void> {
    return this.units.runAs('system:access', place, CODE, async () => {
      this.units.notes({ isOpen: false });
      await this.codes.closeCode(place.space);
    });
  }

  /** From now on its time runs; begun once, whoever presses again. */
  beginAssessment(place: RequestPlace): Promise<AssessmentLimitDto> {
    return this.units.runAs('system:access', place, LIMIT, async () => {
      const [begun] = await this.spaces.classRows<{ limit_until: Date }>(SPACE_CLASS_SQL.beginLimit, [
        place.space.id,
      ]);
      const limit = limitOf(await this.learners.classOf(place));
      if (!limit)
        throw refused(
          'no-assessment',
          'Cet espace n’est pas fait pour une évaluation : créez-en un avec ce mode.',
          'This space was not made for an assessment: make one that is.',
        );
      this.units.notes({ until: limit.until, isBegun: begun !== undefined });
      return limit;
    });
  }

  showScore(place: RequestPlace, isShown: boolean): Promise<void> {
    return this.units.runAs('system:access', place, SHOW, async () => {
      this.units.notes({ isShown });
      await this.spaces.classRows(SPACE_CLASS_SQL.showScore, [place.space.id, isShown]);
    });
  }
}
