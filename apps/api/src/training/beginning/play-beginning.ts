import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '@repere/case-engine';
import { factsByRole } from '@repere/protocol';
import type { FollowedStory } from '@repere/training';
import type { ChildDto } from '../../cases/opening/child.dto';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { sendVersions } from '../../protocols/sent-versions';
import type { KeptScenario } from '../scenarios/scenario-library';
import { childOfStory } from './child-of-story';
import { nameEntries } from './name-entries';
import { PLAY_BEGINNING } from './play-beginning.task';
import { actorOf } from './training-cast';

/** A case as it stands when the learner comes in. */
export interface ScenarioBeginning {
  readonly child: ChildDto;
  /** As the engine decided them, each by one of the cast; first to last. */
  readonly entries: readonly JournalEntry[];
  /** Epoch ms. */
  readonly begins: number;
  /** Where its story stands then. */
  readonly place: FollowedStory;
}

/**
 * Plays what came before a scenario begins, by the engine itself and the versions that this space has published. One that a trainer wrote
 * is played where it holds up nobody; a shipped one takes milliseconds here, and seconds in a process that has to start for it.
 */
@Injectable()
export class PlayBeginning {
  constructor(
    private readonly registry: ProtocolRegistry,
    private readonly library: ProtocolLibrary,
    private readonly sandbox: Sandbox,
  ) {}

  /** `accounts`: ids by login. In a unit of work of the space. Throws where the scenario does not go with what is published. */
  async play(
    { scenario, yaml, isOwn }: KeptScenario,
    accounts: ReadonlyMap<string, string>,
  ): Promise<ScenarioBeginning> {
    const published = await this.registry.readPublished();
    const told = { yaml, published: sendVersions(published, this.library) };
    const { journal, begins, place, untold } = await (isOwn
      ? this.sandbox.runTask(PLAY_BEGINNING, told)
      : this.sandbox.performHere(PLAY_BEGINNING, told));
    if (untold.length > 0) throw new Error(`${scenario.scenario}: ${untold.join('; ')}`);
    const roles = factsByRole(published.set.shared);
    const given = (role: 'birth' | 'sex'): string | undefined => {
      const value = scenario.given?.[roles.get(role)?.fact ?? ''];
      return typeof value === 'string' ? value : undefined;
    };
    return {
      child: childOfStory(scenario.cast[0]?.name ?? '…', given('birth'), given('sex')),
      entries: nameEntries(journal, (label) => accounts.get(actorOf(label)) ?? ''),
      begins,
      place,
    };
  }
}
