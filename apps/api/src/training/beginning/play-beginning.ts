import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '@repere/case-engine';
import { factsByRole } from '@repere/protocol';
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
}

/**
 * Plays what came before a scenario begins, by the engine itself and the versions that this space has published; a trainer may have written
 * it, so that it is played where it holds up nobody.
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
    { scenario, yaml }: KeptScenario,
    accounts: ReadonlyMap<string, string>,
  ): Promise<ScenarioBeginning> {
    const published = await this.registry.readPublished();
    const { journal, begins, untold } = await this.sandbox.runTask(PLAY_BEGINNING, {
      yaml,
      published: sendVersions(published, this.library),
    });
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
    };
  }
}
