import { Injectable } from '@nestjs/common';
import { describeEntry, type StepView } from '@repere/case-engine';
import type { StepState } from '@repere/protocol';
import { timeIn } from '@repere/training';
import { LRUCache } from 'lru-cache';
import { CaseReader } from '../../cases/reading/case-reader';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { machineNow, spaceNow } from '../../platform/clocks';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import type { TrainingSpaceRow } from '../../platform/spaces/making/training-space-rows';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type LearnerRow, LEARNERS_SQL } from '../learners/learners.query';
import { Learners } from '../learners/learners.service';
import type { KeptScenario } from '../scenarios/scenario-library';
import { SCORE_SQL } from '../score/score.query';
import { StoryCase } from '../story/story-case';
import { ScoreSpace } from '../score/score-space.service';
import type {
  StandingActDto,
  StandingCaseDto,
  GroupStandingDto,
  StandingProgressDto,
} from './group-standing.dto';
import { BOARD_SQL } from './board.query';

/** What time alone brings about of expectations is seen this late at the most; an act is seen at once. */
const SAME_FOR_MS = 60_000;
const MOST_KEPT = 100;

interface KeptProgress {
  readonly seq: number;
  readonly until: number;
  readonly expectations: StandingProgressDto | null;
}

/** One class as the board has it, read in its own space. */
@Injectable()
export class ReadGroup {
  /** By space: a board is looked at again and again, and a score takes a moment to count. */
  private readonly kept = new LRUCache<string, KeptProgress>({ max: MOST_KEPT });

  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly reader: CaseReader,
    private readonly story: StoryCase,
    private readonly score: ScoreSpace,
  ) {}

  async readGroup(
    place: RequestPlace,
    { key, title, mode }: TrainingSpaceRow,
    isHere: boolean,
  ): Promise<GroupStandingDto> {
    const scenario = await this.learners.keptScenarioOf(place);
    const all = await this.units.unrecorded('system:access', place, () =>
      LEARNERS_SQL.all.readRows(this.units.manager),
    );
    const admitted = all.filter(({ state }) => state === 'admitted');
    const read = await this.readCase(place, scenario, admitted);
    const since = read?.since ?? new Map<string, number>();
    return {
      ...{ key, title, isHere, mode, scenario: scenario?.scenario.title ?? null },
      now: new Date(spaceNow(place.space)).toISOString(),
      waiting: all.filter(({ state }) => state === 'waiting').length,
      learners: admitted
        .map(({ name, accountId, askedAt }) => ({
          name,
          secondsSince: since.get(accountId ?? '') ?? null,
          secondsIn: secondsSince(askedAt),
        }))
        .sort((a, b) => (b.secondsSince ?? Infinity) - (a.secondsSince ?? Infinity)),
      case: read && {
        ...read.shown,
        expectations: scenario && (await this.countExpectations(place, scenario, read.seq)),
      },
    };
  }

  private readCase(
    place: RequestPlace,
    scenario: KeptScenario | null,
    admitted: readonly LearnerRow[],
  ): Promise<{
    readonly seq: number;
    readonly shown: Omit<StandingCaseDto, 'expectations'>;
    readonly since: ReadonlyMap<string, number>;
  } | null> {
    return this.units.unrecorded('system:recompute', place, async () => {
      const { manager } = this.units;
      const row = await this.story.findRow();
      if (!row) return null;
      const file = await this.reader.loadCase(row);
      const accounts = admitted.flatMap(({ accountId }) => accountId ?? []);
      const last = await BOARD_SQL.lastOf.readRows(manager, [row.id, accounts]);
      const steps = file.view.runs.flatMap((run) => run.steps);
      return {
        seq: file.seq,
        since: new Map(last.map(({ account, machineAt }) => [account, secondsSince(machineAt)])),
        shown: {
          lastAct: await this.readLastAct(file, scenario),
          steps: progressOf(steps),
          open: steps.filter(({ state }) => state === 'ready').length,
          late: latestOf(steps, this.units.now()),
        },
      };
    });
  }

  /** What was there when the story began is nobody's of the class. */
  private async readLastAct(file: LoadedCase, scenario: KeptScenario | null): Promise<StandingActDto | null> {
    const { manager } = this.units;
    const from = scenario ? timeIn(file.territory, scenario.scenario.begins) : 0;
    const act = await BOARD_SQL.lastAct.first(manager, [file.row.id, new Date(from)]);
    const entry = act && file.journal.find(({ id }) => id === act.id);
    if (!entry) return null;
    const names = await SCORE_SQL.names.readRows(manager);
    const runs = new Map(file.state.readFold().runs.map(({ runId, protocol }) => [runId, protocol]));
    return {
      who: names.find(({ id }) => id === entry.enteredBy)?.name ?? null,
      what: describeEntry(file.published.set, runs, entry).what,
      secondsSince: secondsSince(act.machineAt),
    };
  }

  /** Counted anew for another journal, and at times for what only time brings about; `null`: nothing is expected. */
  private async countExpectations(
    place: RequestPlace,
    { scenario }: KeptScenario,
    seq: number,
  ): Promise<StandingProgressDto | null> {
    const of = scenario.expectations.length;
    if (of === 0) return null;
    const known = this.kept.get(place.space.id);
    if (known?.seq === seq && known.until > machineNow()) return known.expectations;
    const done = await this.countMet(place);
    const expectations = done === null ? null : { done, of };
    this.kept.set(place.space.id, { seq, expectations, until: machineNow() + SAME_FOR_MS });
    return expectations;
  }

  private async countMet(place: RequestPlace): Promise<number | null> {
    try {
      const { met } = await this.score.countForLead(place);
      return met.filter(({ key }) => key.startsWith('expectations:')).length;
    } catch (error) {
      // It takes too much work: the page of the score says so, and the board goes on without.
      if (error instanceof Refusal && error.code === 'refused') return null;
      throw error;
    }
  }
}

const secondsSince = (moment: Date): number =>
  Math.max(0, Math.floor((machineNow() - moment.getTime()) / 1000));

const DONE: ReadonlySet<StepState> = new Set(['done', 'done-to-approve', 'waived']);
const OPEN: ReadonlySet<StepState> = new Set(['ready', 'to-confirm', 'awaiting-approval']);

/** Of what is possible by now: what still waits for something else says nothing of a class. */
function progressOf(steps: readonly StepView[]): StandingProgressDto {
  const asked = steps.filter(({ state, isOver }) => isOver !== true && (DONE.has(state) || OPEN.has(state)));
  return { done: asked.filter(({ state }) => DONE.has(state)).length, of: asked.length };
}

function latestOf(steps: readonly StepView[], now: number): StandingCaseDto['late'] {
  const late = steps.flatMap(({ title, deadline }) =>
    deadline && deadline.metAt === null && deadline.lateFrom !== null && deadline.lateFrom <= now
      ? [{ title, since: deadline.lateFrom }]
      : [],
  );
  const [first] = late.sort((a, b) => a.since - b.since);
  return first ? { title: first.title, since: new Date(first.since).toISOString() } : null;
}
