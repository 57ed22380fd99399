import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EventMemory, StoryPlace } from '@repere/training';
import { LRUCache } from 'lru-cache';
import { CaseReader } from '../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { describeFault } from '../../platform/refusals/classify-fault';
import { placeIn, type RequestPlace } from '../../platform/requests/request-origin';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import { SpaceRounds } from '../../platform/spaces/space-rounds';
import type { Space } from '../../platform/spaces/spaces';
import { AfterActs } from '../../platform/unit/around/after-acts';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { sendVersions } from '../../protocols/sent-versions';
import { Learners } from '../learners/learners.service';
import { WatchPresentations } from '../presentation/watch-presentations';
import type { KeptScenario } from '../scenarios/scenario-library';
import { ActForCast } from './act-for-cast.service';
import { FOLLOW_STORY, type StoryToFollow } from './follow-story.task';
import { KeepCourse } from './keep-course';
import { type ArrivedRow, type StandingRow, STORY_SQL } from './story.query';

/** Somebody else may have been quicker: then there is nothing to record. */
const ARRIVE: DeclaredAct = {
  ...{ type: 'training.story', purpose: 'training', idempotent: false },
  isUnrecorded: true,
};

/** More than any story has, with what others do in it. */
const MOST_TURNS = 500;
const MOST_KEPT = 200;
/** What was stopped may have had a busy machine. */
const STOPPED_FOR_MS = 60_000;

/** Up to where a process looked and found nothing new. */
interface Looked {
  readonly mark: string;
  readonly revision: number;
  readonly place: StoryPlace;
  /** By the clock of the process: until then nobody looks again. */
  readonly heldUntil: number;
}

interface Found {
  readonly standing: StandingRow;
  readonly arrived: readonly ArrivedRow[];
  readonly sent: Omit<StoryToFollow, 'yaml'>;
}

/**
 * What a scenario brings in comes about in its training space as it does where it is played in the browser: at each stop of the space's
 * clock, after each act, and by the round for what comes with time. Each event comes once. In a live space there is none.
 */
@Injectable()
export class FollowStory implements OnModuleInit {
  private readonly logger = new Logger('Story');
  /** By space. What stands in the database is where the last event came; from here on nothing did. */
  private readonly looked = new LRUCache<string, Looked>({ max: MOST_KEPT });

  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly reader: CaseReader,
    private readonly rows: CaseRowsRepository,
    private readonly library: ProtocolLibrary,
    private readonly sandbox: Sandbox,
    private readonly keeping: KeepCourse,
    private readonly cast: ActForCast,
    private readonly watching: WatchPresentations,
    private readonly after: AfterActs,
    private readonly rounds: SpaceRounds,
  ) {}

  onModuleInit(): void {
    this.after.register((space) => this.followStory(space));
    this.rounds.register((space) => this.followStory(space));
  }

  /** Brings about what is due by now; what stands in the way is tried again by the next act or round, and stops nobody. */
  async followStory(space: Space): Promise<void> {
    if (space.kind !== 'training') return;
    try {
      await this.follow(placeIn(space));
    } catch (error) {
      this.logger.warn(describeFault(error));
    }
  }

  private async follow(place: RequestPlace): Promise<void> {
    let scenario: KeptScenario | null = null;
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const found = await this.units.unrecorded('system:recompute', place, () => this.findDue());
      if (!found) return;
      scenario ??= await this.learners.keptScenarioOf(place);
      if (!scenario) return;
      const undone = found.arrived.find(({ acts, done }) => done < acts);
      const { caseFileId } = found.standing;
      if (undone) await this.cast.actOnce(place, scenario.scenario, { ...undone, caseFileId });
      else if (!(await this.goOn(place, scenario, found))) return;
    }
  }

  /** `null`: nothing can have come about. */
  private async findDue(): Promise<Found | null> {
    const { manager } = this.units;
    const standing = await STORY_SQL.standing.first(manager);
    if (!standing) return null;
    const arrived = await STORY_SQL.arrived.readRows(manager);
    const now = this.units.now();
    const looked = this.looked.get(this.units.space.id);
    if (!arrived.some(({ acts, done }) => done < acts)) {
      const isDue = standing.nextAt !== null && standing.nextAt.getTime() <= now;
      const isHeld = (looked?.heldUntil ?? 0) > performance.now();
      if (isHeld || (!isDue && (!standing.watchesCase || looked?.mark === markOf(standing)))) return null;
    }
    const row = await this.rows.findRow(standing.caseFileId);
    if (!row) return null;
    const { journal, published, territory } = await this.reader.loadCase(row);
    const from = looked?.revision === standing.revision ? looked.place : placeOf(standing, arrived);
    return {
      ...{ standing, arrived },
      sent: {
        ...{ journal, now, from, territory: territory.code },
        published: sendVersions(published, this.library),
      },
    };
  }

  /** Whether something may be left to do. */
  private async goOn(
    place: RequestPlace,
    { scenario, yaml, isOwn }: KeptScenario,
    { standing, arrived, sent }: Found,
  ): Promise<boolean> {
    const { revision } = standing;
    const looked = { mark: markOf(standing), revision, place: sent.from, heldUntil: 0 };
    const told = { ...sent, yaml };
    const followed = await (
      isOwn ? this.sandbox.runTask(FOLLOW_STORY, told) : this.sandbox.performHere(FOLLOW_STORY, told)
    ).catch((error: unknown) => {
      if (error instanceof WorkStopped)
        this.looked.set(place.space.id, { ...looked, heldUntil: performance.now() + STOPPED_FOR_MS });
      throw error;
    });
    const { seq, at, memory } = followed;
    if (isSame(memory, sent.from.memory)) {
      this.looked.set(place.space.id, { ...looked, place: { seq, at, memory } });
      return false;
    }
    const came = await this.units.runAs('system:recompute', place, ARRIVE, async () => {
      const fresh = await this.keeping.goOn(scenario, followed, { revision, known: arrived.length });
      if (fresh) await this.units.recordEvent({ type: ARRIVE.type, payload: { came: fresh.join(' ') } });
      return fresh ?? [];
    });
    if (came.length > 0) this.watching.wakeSpace(place.space);
    return true;
  }
}

/** What changes with all that an awaited event can depend on, but for time. */
const markOf = ({ revision, caseSeq, caseChangesAt }: StandingRow): string =>
  [revision, caseSeq, caseChangesAt?.getTime()].join();

const placeOf = ({ seq, at, awaited }: StandingRow, arrived: readonly ArrivedRow[]): StoryPlace => ({
  ...{ seq, at: at.getTime() },
  memory: {
    awaited,
    came: arrived.map(({ event, cameAt }) => ({ id: event, at: cameAt.getTime() })),
  },
});

const isSame = (a: EventMemory, b: EventMemory): boolean =>
  isDeepStrictEqual([a.awaited, a.came], [b.awaited, b.came]);
