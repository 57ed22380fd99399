import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ScorePart } from '@repere/training';
import { LRUCache } from 'lru-cache';
import type { CaseRow } from '../../cases/reading/case-row';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import type { DeclaredAct } from '../../platform/unit/act';
import { type Enter, enterAs } from '../../platform/unit/enter';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type AssessmentEnd, endOf, limitOf } from '../group/assessment-limit';
import { Learners } from '../learners/learners.service';
import type { KeptScenario } from '../scenarios/scenario-library';
import type { WholeScore } from './score-case';
import { REASONS_SQL } from '../reasons/reasons.query';
import { QUESTIONS_SQL } from '../questions/questions.query';
import { type CaseToScore, SCORE_CASE } from './score-case.task';
import { listRefused } from './list-refused';
import type { ScoreDto } from './score.dto';
import type { ScoredCase } from './scored-case';
import { SCORE_NOT_SHOWN } from './score-not-shown';
import { SCORE_SQL } from './score.query';
import { StoryCase } from '../story/story-case';
import { TellStory } from '../story/tell-story.service';
import { withEvents } from './timeline-with-events';

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

/** Score and handling with everything that goes with them. */
export type ShownScore = ScoreDto & WholeScore;

/** What is recorded of a look at all of it. */
interface WholeLook {
  readonly act: DeclaredAct;
  readonly noted?: Readonly<Record<string, string | boolean>>;
  readonly forLeadAlone?: boolean;
}

/** The score of what was done with the case that a training space began with. In a live space there is none. */
@Injectable()
export class ScoreSpace {
  /** By space; whoever asks about a longer journal, or later, has it counted anew. */
  private readonly counted = new LRUCache<string, Counted>({ max: MOST_KEPT });

  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly story: StoryCase,
    private readonly sandbox: Sandbox,
    private readonly arrivals: TellStory,
    private readonly secrecy: Secrecy,
  ) {}

  /** `enter`: as whom one learns; `null`: whoever leads, who always sees it. Refuses what learners are not shown yet. */
  async readScore(place: RequestPlace, enter: Enter | null): Promise<ScoreDto> {
    const { score, isWhole } = await this.look(place, enter, { act: LOOK, hasRemarks: true });
    return isWhole ? score : remarksOf(score);
  }

  /** The same for what is made of all of it: on the way there is nothing of that for learners. `forLeadAlone`: never. */
  async readWhole(place: RequestPlace, enter: Enter | null, look: WholeLook): Promise<ShownScore> {
    return (await this.look(place, enter, { ...look, hasRemarks: false })).score;
  }

  private async look(
    place: RequestPlace,
    enter: Enter | null,
    { act, noted, forLeadAlone, hasRemarks }: WholeLook & { readonly hasRemarks: boolean },
  ): Promise<{ readonly score: ShownScore; readonly isWhole: boolean }> {
    if (place.space.kind !== 'training') throw new Refusal('not-found');
    const row = await this.learners.classOf(place);
    const { mode, scenario, is_score_shown: isShown } = row;
    const isWhole = enter === null || isShown;
    await this.units.runAct({ ...place, enter: enter ?? enterAs('system:access') }, act, async () => {
      this.units.notes({ ...noted, leads: enter === null, isWhole });
      if (scenario === null) throw new Refusal('not-found');
      if (forLeadAlone === true && enter !== null)
        throw new Refusal('not-allowed', { reasons: [FOR_LEAD_ALONE] });
      if (!isWhole && !(hasRemarks && mode === 'guided'))
        throw new Refusal('not-allowed', { reasons: [SCORE_NOT_SHOWN] });
    });
    const score = await this.count(place, endOf(row, place.space));
    const timeline = isWhole ? withEvents(score.timeline, await this.arrivals.listArrived(place)) : [];
    const shown = { mode, isShown, mayRate: enter === null, limit: limitOf(row) };
    return { score: { ...score, ...shown, timeline }, isWhole };
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
      const row = await this.story.findRow();
      if (!row) throw new Refusal('not-found');
      const now = Math.min(this.units.now(), end?.at ?? Infinity);
      const said = await this.readSaid();
      const tried = await SCORE_SQL.triedCount.first(this.units.manager, [row.id]);
      const of = [row.id, row.seq, tried?.n, Math.floor(now / SAME_FOR_MS), end?.until, hashOf(said)].join();
      const find = () => this.findCounted(place.space.id, of);
      return (
        find() ??
        (await this.readCase(row, scenario, now, end, said).then(
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

  /** What people said of it: no journal holds it. */
  private async readSaid(): Promise<SaidOfCase> {
    const { manager } = this.units;
    return {
      ratings: await REASONS_SQL.all.readRows(manager),
      answers: await QUESTIONS_SQL.given.readRows(manager),
      ticks: await QUESTIONS_SQL.ticks.readRows(manager),
    };
  }

  private async readCase(
    row: CaseRow,
    scenario: KeptScenario,
    now: number,
    end: AssessmentEnd | null,
    said: SaidOfCase,
  ): Promise<CaseToScore> {
    const people = await SCORE_SQL.names.readRows(this.units.manager);
    const late = end ? await SCORE_SQL.after.readRows(this.units.manager, [row.id, new Date(end.until)]) : [];
    const { sent, loaded } = await this.story.sendStory(row, scenario);
    const refused = await listRefused(this.units.manager, this.secrecy, row.id, loaded.key);
    return {
      ...{ ...sent, ...said, refused, id: row.id, now, isOver: end !== null },
      names: new Map(people.map(({ id, name }) => [id, name])),
      after: new Set(late.map(({ id }) => id)),
      runs: loaded.state.readFold().runs.map(({ runId, protocol: { id: protocol, version } }) => ({
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

type SaidOfCase = Pick<ScoredCase, 'ratings' | 'answers' | 'ticks'>;

const hashOf = (said: SaidOfCase): string =>
  createHash('sha256').update(JSON.stringify(said)).digest('base64');

export const TOO_MUCH = {
  code: 'too-much-work',
  text: {
    fr: 'Ce score n’a pas été compté : ce que le cas attend demande trop de calculs. Réessayez dans une minute, ou allégez ses attentes.',
    en: 'This score was not counted: what the scenario expects takes too much work. Try again in a minute, or lighten its expectations.',
  },
};

const FOR_LEAD_ALONE = {
  code: 'not-leading',
  text: {
    fr: 'Les notes de la personne qui anime ne sont que pour elle.',
    en: 'Notes of whoever leads are for them alone.',
  },
};

/** Told with the score: how reasons were rated, and answers, those that are still to be given among them. */
const NOT_ON_THE_WAY: readonly ScorePart[] = ['reasons', 'questions'];

/** What learners are told on the way: what is not named here stays away. */
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
  lost: lost.filter(({ part }) => !NOT_ON_THE_WAY.includes(part)),
  figures: null,
  ...{ reasons: [], beside: [], met: [], debrief: [], questions: [], timeline: [] },
  handling: { runs: [], deviations: [] },
});
