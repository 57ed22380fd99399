import { territoryOf } from '@repere/territories';
import { canBeTold, type LoadStory, type PlannedCase, tellCase, type ToldCase } from '@repere/training';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';
import { libraryOf } from '../../protocols/protocol-library';
import { readSet, type SentVersion } from '../../protocols/sent-versions';

interface CaseToTell {
  readonly story: LoadStory;
  readonly planned: PlannedCase;
  /** Code of the département where its team works. */
  readonly territory: string;
  readonly note: string;
}

interface LoadToTell {
  readonly cases: readonly CaseToTell[];
  readonly published: readonly SentVersion[];
  /** The space’s clock, epoch ms. */
  readonly now: number;
}

/** Some cases of a load, as the engine tells them. */
export const TELL_LOAD: SandboxTask<LoadToTell, readonly ToldCase[]> = {
  name: 'training.load',
  lane: 'trials',
  mostMs: 30_000,
  perform({ cases, published, now }, surroundings) {
    const set = readSet(published, libraryOf(surroundings));
    return cases.map(({ story, planned, territory: code, note }) => {
      const territory = territoryOf(code);
      if (!territory) throw new Error(`no territory ${code}`);
      if (!canBeTold(story, set)) throw new Error(`${story.id} is not of what is published`);
      return tellCase(story, planned, { set, territory, now, note });
    });
  },
};
