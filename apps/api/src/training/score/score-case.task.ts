import type { SandboxTask } from '../../platform/sandbox/sandbox-task';
import { scoreCase, type WholeScore } from './score-case';
import type { ScoredCase } from './scored-case';
import { readStory, type SentStory } from '../story/sent-story';

/** A case on its way to where it is scored. */
export interface CaseToScore
  extends
    SentStory,
    Pick<
      ScoredCase,
      'id' | 'names' | 'now' | 'isOver' | 'after' | 'refused' | 'ratings' | 'answers' | 'ticks'
    > {
  readonly runs: readonly {
    readonly runId: string;
    readonly protocol: string;
    readonly version: string;
  }[];
}

/** What a trainer's scenario expects is looked at after every moment of the journal: as long as its text and the class make it. */
export const SCORE_CASE: SandboxTask<CaseToScore, WholeScore> = {
  name: 'training.score',
  lane: 'protocols',
  mostMs: 10_000,
  perform({ yaml, published, territory: code, runs, ...scored }, surroundings) {
    const { set, territory, scenario } = readStory({ yaml, published, territory: code }, surroundings);
    const protocols = runs.flatMap(({ runId, protocol, version }) => {
      const compiled = set.protocols.get(protocol)?.get(version);
      return compiled ? [[runId, compiled] as const] : [];
    });
    return scoreCase({ ...scored, set, territory, runs: new Map(protocols) }, scenario);
  },
};
