import { Injectable } from '@nestjs/common';
import type { TrainingScenario } from '@repere/protocol';
import type { FollowedStory } from '@repere/training';
import { machineTime } from '../../platform/clocks';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { STORY_SQL } from './story.query';

/** How many acts of others come with each inject. */
export const actsOf = ({ injects = [] }: TrainingScenario, event: string): number =>
  injects.find(({ id }) => id === event)?.do?.length ?? 0;

/** Where a story stands, in the space's own database. Call it in a unit of work. */
@Injectable()
export class KeepCourse {
  constructor(private readonly units: UnitOfWork) {}

  /** As practising left it, which did what its events do. */
  async beginCourse(scenario: TrainingScenario, followed: FollowedStory): Promise<void> {
    await STORY_SQL.begin(this.units.manager, courseOf(followed));
    await this.arrive(scenario, followed, 0, true);
  }

  /** Ids of what is new; `null`: somebody else followed it meanwhile. */
  async goOn(
    scenario: TrainingScenario,
    followed: FollowedStory,
    { revision, known }: { readonly revision: number; readonly known: number },
  ): Promise<readonly string[] | null> {
    const went = await STORY_SQL.goOn.first(this.units.manager, [...courseOf(followed), revision]);
    return went ? this.arrive(scenario, followed, known, false) : null;
  }

  private async arrive(
    scenario: TrainingScenario,
    { memory: { came }, nextAt }: FollowedStory,
    known: number,
    isDone: boolean,
  ): Promise<readonly string[]> {
    for (const [place, { id, at }] of came.entries()) {
      const acts = actsOf(scenario, id);
      if (place >= known)
        await STORY_SQL.arrive(this.units.manager, [id, new Date(at), place, acts, isDone ? acts : 0]);
    }
    const wakesAt = nextAt === null ? null : machineTime(this.units.space, new Date(nextAt));
    if (wakesAt) this.units.wakes(wakesAt);
    return came.slice(known).map(({ id }) => id);
  }
}

const courseOf = ({ seq, at, memory, nextAt, watchesCase }: FollowedStory): readonly unknown[] => [
  seq,
  new Date(at),
  JSON.stringify(memory.awaited),
  nextAt === null ? null : new Date(nextAt),
  watchesCase,
];
