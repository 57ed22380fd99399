import { Injectable } from '@nestjs/common';
import { RecomputeDueCases } from '../../cases/upkeep/recompute-due-cases';
import { JobWorker } from '../../platform/jobs/job-worker';
import type { Space } from '../../platform/spaces/spaces';
import { SendReminders } from '../../reminders/send-reminders.service';
import { FollowStory } from '../story/follow-story.service';

/** Brings about what is due where the clock of a space stands. What is to come stands in `CLOCK_SQL.nextStop`. */
@Injectable()
export class BringAboutDue {
  constructor(
    private readonly recomputing: RecomputeDueCases,
    private readonly story: FollowStory,
    private readonly jobs: JobWorker,
    private readonly reminders: SendReminders,
  ) {}

  /** Until nothing is left that time alone brings about there. */
  async bringAbout(space: Space): Promise<void> {
    await this.recomputeCases(space);
    await this.story.followStory(space);
    await this.recomputeCases(space);
    await this.jobs.workOffDue(space);
    await this.reminders.sendAll(space);
  }

  private async recomputeCases(space: Space): Promise<void> {
    while ((await this.recomputing.recomputeCases(space)) > 0);
  }
}
