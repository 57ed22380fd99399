import type { JournalEntry } from '@repere/case-engine';
import { loadScenario } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';
import { libraryOf } from '../../protocols/protocol-library';
import { readSet, type SentVersion } from '../../protocols/sent-versions';
import { scoreCase, type WholeScore } from './score-case';
import type { ScoredCase } from './scored-case';

/** A case on its way to where it is scored: what it is played by goes by its name. */
export interface CaseToScore extends Pick<ScoredCase, 'id' | 'names' | 'now' | 'after' | 'ratings'> {
  /** Text of the scenario. */
  readonly yaml: string;
  readonly published: readonly SentVersion[];
  readonly territory: string;
  readonly journal: readonly JournalEntry[];
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
    const library = libraryOf(surroundings);
    const set = readSet(published, library);
    const territory = territoryOf(code);
    const { scenario } = loadScenario(yaml, 'scenario.yaml');
    if (!territory || !scenario) throw new Error('a scenario or territory that can not be read');
    const protocols = runs.flatMap(({ runId, protocol, version }) => {
      const compiled = set.protocols.get(protocol)?.get(version);
      return compiled ? [[runId, compiled] as const] : [];
    });
    return scoreCase({ ...scored, set, territory, runs: new Map(protocols) }, scenario);
  },
};
