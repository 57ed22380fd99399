import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { CaseRow } from '../../cases/reading/case-row';
import { CaseReader } from '../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { sendVersions } from '../../protocols/sent-versions';
import type { DeclaredAct } from '../../platform/unit/act';
import { type Enter, enterAs } from '../../platform/unit/enter';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type AssessmentEnd, endOf, limitOf } from '../group/assessment-limit';
import { Learners } from '../learners/learners.service';
import type { KeptScenario } from '../scenarios/scenario-library';
import type { WholeScore } from './score-case';
import { type RatedReasonRow, REASONS_SQL } from '../reasons/reasons.query';
import { type CaseToScore, SCORE_CASE } from './score-case.task';
import type { ScoreDto } from './score.dto';
import { SCORE_SQL } from './score.query';

const LOOK: DeclaredAct = { type: 'training.score', purpose: 'training', idempotent: false };

/** A class that looks at once has it counted once. */
const SAME_FOR_MS = 5_000;
const MOST_KEPT = 50;

/** What was stopped may have had a busy machine: it is tried again, though not at once. */
const STOPPED_FOR_MS = 60_000;

interface Counted {
  readonly of: string;
  readonly score: Promise<WholeScore | 'stopped'>;
  /** By the clock of the process: until then it holds whatever is asked. */
  heldUntil: number;
}

/** The score of what was done with the case that a training space began with. In a live space there is none. */
@Injectable()
export class ScoreSpace {
  /** By space; whoever asks about a longer journal, or later, has it counted anew. */
  private readonly counted = new LRUCache<string, Counted>({ max: MOST_KEPT });

  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly reader: CaseReader,
    private readonly rows: CaseRowsRepository,
    private readonly library: ProtocolLibrary,
    private readonly sandbox: Sandbox,
  ) {}

  /** `enter`: as whom one learns; `null`: whoever leads, who always sees it. Refuses what learners are not shown yet. */
  async readScore(place: RequestPlace, enter: Enter | null): Promise<ScoreDto> {
    if (place.space.kind !== 'training') throw new Refusal('not-found');
    const row = await this.learners.classOf(place);
    const { mode, scenario, is_score_shown: isShown } = row;
    const isWhole = enter === null || isShown;
    await this.units.runAct({ ...place, enter: enter ?? enterAs('system:access') }, LOOK, async () => {
      this.units.notes({ leads: enter === null, isWhole });
      if (scenario === null) throw new Refusal('not-found');
      if (!isWhole && mode !== 'guided') throw new Refusal('not-allowed', { reasons: [NOT_SHOWN] });
    });
    const score = await this.count(place, endOf(row, place.space));
    const shown = { ...score, mode, isShown, mayRate: enter === null, limit: limitOf(row) };
    if (isWhole) return shown;
    return remarksOf(shown);
  }

  /** All that was counted, for what is made of it for whoever leads; that it was looked at, and by whom, is the caller's matter. */
  async countForLead(place: RequestPlace): Promise<WholeScore> {
    return this.count(place, endOf(await this.learners.classOf(place), place.space));
  }

  /** The case is read in a unit of work, and counted outside of it: a class that waits holds no connection to the database. */
  private async count(place: RequestPlace, end: AssessmentEnd | null): Promise<WholeScore> {
    const scenario = await this.learners.keptScenarioOf(place);
    if (!scenario) throw new Refusal('not-found');
    const counted = await this.units.unrecorded('system:recompute', place, async () => {
      const first = await SCORE_SQL.firstCase.first(this.units.manager);
      const row = first && (await this.rows.findRow(first.id));
      if (!row) throw new Refusal('not-found');
      const now = Math.min(this.units.now(), end?.at ?? Infinity);
      const ratings = await REASONS_SQL.all.readRows(this.units.manager);
      const of = [row.id, row.seq, Math.floor(now / SAME_FOR_MS), end?.until, hashOf(ratings)].join();
      const find = () => this.findCounted(place.space.id, of);
      return (
        find() ??
        (await this.readCase(row, scenario, now, end, ratings).then(
          // Whoever asked meanwhile may have begun it.
          (it) => find() ?? this.beginCounting(place.space.id, of, it),
        ))
      );
    });
    const score = await counted.score;
    if (score === 'stopped') throw new Refusal('refused', { reasons: [TOO_MUCH] });
    return score;
  }

  private findCounted(space: string, of: string): Counted | undefined {
    const known = this.counted.get(space);
    return known && (known.of === of || known.heldUntil > performance.now()) ? known : undefined;
  }

  private async readCase(
    row: CaseRow,
    { yaml }: KeptScenario,
    now: number,
    end: AssessmentEnd | null,
    ratings: readonly RatedReasonRow[],
  ): Promise<CaseToScore> {
    const people = await SCORE_SQL.names.readRows(this.units.manager);
    const late = end ? await SCORE_SQL.after.readRows(this.units.manager, [row.id, new Date(end.until)]) : [];
    const { journal, published, territory, state } = await this.reader.loadCase(row);
    return {
      ...{ id: row.id, yaml, now, journal, territory: territory.code, ratings },
      names: new Map(people.map(({ id, name }) => [id, name])),
      after: new Set(late.map(({ id }) => id)),
      published: sendVersions(published, this.library),
      runs: state.readFold().runs.map(({ runId, protocol: { id: protocol, version } }) => ({
        ...{ runId, protocol, version },
      })),
    };
  }

  private beginCounting(space: string, of: string, sent: CaseToScore): Counted {
    const score = this.sandbox.runTask(SCORE_CASE, sent).catch((error: unknown) => {
      if (!(error instanceof WorkStopped)) throw error;
      begun.heldUntil = performance.now() + STOPPED_FOR_MS;
      return 'stopped' as const;
    });
    const begun: Counted = { of, score, heldUntil: 0 };
    this.counted.set(space, begun);
    score.catch(() => this.counted.get(space) === begun && this.counted.delete(space));
    return begun;
  }
}

const hashOf = (ratings: readonly RatedReasonRow[]): string =>
  createHash('sha256').update(JSON.stringify(ratings)).digest('base64');

const TOO_MUCH = {
  code: 'too-much-work',
  text: {
    fr: 'Ce score n’a pas été compté : ce que le cas attend demande trop de calculs. Réessayez dans une minute, ou allégez ses attentes.',
    en: 'This score was not counted: what the scenario expects takes too much work. Try again in a minute, or lighten its expectations.',
  },
};

const NOT_SHOWN = {
  code: 'score-not-shown',
  text: {
    fr: 'Le score se voit quand qui anime le montre.',
    en: 'The score is seen once whoever leads shows it.',
  },
};

/** What learners are told on the way: what is not named here stays away. How reasons were rated is shown with the score. */
const remarksOf = ({
  title,
  mode,
  isShown,
  mayRate,
  caseFileId,
  now,
  limit,
  uncounted,
  lost,
}: ScoreDto): ScoreDto => ({
  ...{ title, mode, isShown, mayRate, caseFileId, now, limit, uncounted },
  lost: lost.filter(({ part }) => part !== 'reasons'),
  figures: null,
  ...{ reasons: [], beside: [], met: [], debrief: [], toAsk: [], timeline: [] },
  handling: { runs: [], deviations: [] },
});
