import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProblemReasonDto } from '../../platform/answers/openapi';
import { type AskHandling, HandlingSight } from '../../platform/routes/handling-sight';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SCORE_NOT_SHOWN } from '../score/score-not-shown';
import { Learners } from './learners.service';
import { LEARNERS_SQL } from './learners.query';

/**
 * Unless they are guided, learners read what departed from the protocols when they read the score: not on the page of their case, nor at
 * any other door. Whoever leads plays people of the cast, and sees it always.
 */
@Injectable()
export class HideHandling implements AskHandling, OnModuleInit {
  constructor(
    private readonly sight: HandlingSight,
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
  ) {}

  onModuleInit(): void {
    this.sight.register(this);
  }

  async whyHidden(): Promise<ProblemReasonDto | null> {
    const { space, manager, account } = this.units;
    if (space.kind !== 'training') return null;
    const { mode, scenario, is_score_shown: isShown } = await this.learners.classOf({ space });
    if (isShown || scenario === null || mode === 'guided') return null;
    return (await LEARNERS_SQL.ofAccount.first(manager, [account.id])) ? SCORE_NOT_SHOWN : null;
  }
}
