import { Injectable } from '@nestjs/common';
import { canBeTold, planCase, type PlannedCase, type StoryOutline, type ToldCase } from '@repere/training';
import { StaffService } from '../../access/team/staff.service';
import { uuidOf } from '../../platform/uuid';
import { placeIn } from '../../platform/requests/request-origin';
import { Sandbox } from '../../platform/sandbox/sandbox';
import type { Space } from '../../platform/spaces/spaces';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { type SentVersion, sendVersions } from '../../protocols/sent-versions';
import { childOfStory } from '../beginning/child-of-story';
import { nameEntries } from '../beginning/name-entries';
import { type PlayedCase, RecordPlayedCase } from '../beginning/record-played-case';
import { ANYWHERE } from '../beginning/training-cast';
import { colleagueOf, LOAD_STAFF } from './load-staff';
import { LoadStories } from './load-stories';
import { LOADED_CASES_SQL, type LoadedCaseRow } from './loaded-cases.query';
import { TELL_LOAD } from './tell-load.task';

const LOAD: DeclaredAct = { type: 'training.load', purpose: 'training', idempotent: false };

/** A series that a space is given, and where its clock stood when that began. */
export interface Series {
  readonly seed: number;
  readonly begun: number;
}

/** A space that is ready to be given cases. */
export interface PreparedSpace {
  readonly space: Space;
  readonly series: Series;
  readonly stories: readonly StoryOutline[];
  readonly published: readonly SentVersion[];
  /** Ids by login. */
  readonly accounts: ReadonlyMap<string, string>;
  /** Code of the département where each team works. */
  readonly territories: readonly string[];
}

/** Puts cases of a series into a training space: told by the engine, recorded act by act, each by its own fictional account. */
@Injectable()
export class PutInCases {
  constructor(
    private readonly units: UnitOfWork,
    private readonly registry: ProtocolRegistry,
    private readonly library: ProtocolLibrary,
    private readonly sandbox: Sandbox,
    private readonly stories: LoadStories,
    private readonly staff: StaffService,
    private readonly recording: RecordPlayedCase,
  ) {}

  /** Whoever has cases is hired, once; what the space has published decides which stories are told. */
  async prepareSpace(space: Space, series: Series): Promise<PreparedSpace> {
    const published = await this.units.runAs(
      'system:migrate',
      placeIn(space),
      { ...LOAD, type: 'protocol.publish' },
      () => this.registry.readPublished(),
    );
    const stories = this.stories.outlines((story) => canBeTold(story, published.set));
    const staff = await this.units.runAs('system:seed', placeIn(space), LOAD, async () => {
      this.units.notes({ seed: series.seed });
      return this.hireStaff();
    });
    return { space, series, stories, published: sendVersions(published, this.library), ...staff };
  }

  /**
   * Cases number `from` to `to`, the last not included, so many at once. What is there already stays; what was left half-way goes on.
   */
  async putIn(prepared: PreparedSpace, from: number, to: number, atOnce: number): Promise<void> {
    const { space, series, stories, published } = prepared;
    const plans = Array.from({ length: to - from }, (_, at) => planCase(series.seed, from + at, stories));
    const told = await this.sandbox.runTask(TELL_LOAD, {
      cases: plans.map((planned) => this.toTell(planned, prepared)),
      published,
      now: series.begun,
    });
    const there = await this.casesThere(
      space,
      plans.map((planned) => idOf(series, planned.place)),
    );
    const left = plans.map((planned, at) => ({ planned, tale: told[at] }));
    const work = async (): Promise<void> => {
      for (let next = left.shift(); next; next = left.shift()) {
        const { planned, tale } = next;
        if (!tale) throw new Error('a case that was not told');
        const played = this.playedCase(planned, tale, prepared);
        const known = there.get(played.id);
        if (isOurs(played, known)) await this.recordOne(space, played, known?.entries ?? 0);
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
    for (const it of ended) if (it.status === 'rejected') throw it.reason;
  }

  /** Somebody who works in it meanwhile, or a clock that is moved, takes the case over: it is left as it is. */
  private async recordOne(space: Space, played: PlayedCase, recorded: number): Promise<void> {
    try {
      await this.recording.recordCase(space, LOAD, played, recorded);
    } catch (error) {
      const now = (await this.casesThere(space, [played.id])).get(played.id);
      if (isOurs(played, now)) throw error;
    }
  }

  private toTell(planned: PlannedCase, { series, territories }: PreparedSpace) {
    const story = this.stories.stories.get(planned.story);
    if (!story) throw new Error(`no story ${planned.story}`);
    return {
      story,
      planned,
      territory: territories[planned.team] ?? ANYWHERE,
      note: `Dossier d’exercice inventé : série ${String(series.seed)}, n° ${String(planned.place + 1)}.`,
    };
  }

  private playedCase(
    planned: PlannedCase,
    { journal, birth, gender }: ToldCase,
    { series, accounts }: PreparedSpace,
  ): PlayedCase {
    const id = idOf(series, planned.place);
    return {
      id,
      child: childOfStory(planned.name, birth, gender),
      entries: nameEntries(
        journal,
        (label) => accounts.get(colleagueOf(label, planned)?.login ?? '') ?? '',
        (named) => uuidOf(`${id} ${named}`),
      ),
    };
  }

  private casesThere(space: Space, ids: readonly string[]) {
    return this.units.unrecorded('system:recompute', placeIn(space), async () => {
      const found = await LOADED_CASES_SQL.there.readRows(this.units.manager, [ids]);
      return new Map(found.map((row) => [row.id, row]));
    });
  }

  private async hireStaff(): Promise<Pick<PreparedSpace, 'accounts' | 'territories'>> {
    const accounts = new Map<string, string>();
    const territories: string[] = [];
    for (const { name, territory, workers, referent, supervisors } of LOAD_STAFF) {
      const own = await LOADED_CASES_SQL.territoryOf.first(this.units.manager, [name]);
      const code = own?.territory ?? territory ?? ANYWHERE;
      territories.push(code);
      const teamId = await this.staff.team(name, code, 'public');
      for (const { login, name: called, role } of [...workers, referent, ...supervisors])
        accounts.set(login, (await this.staff.hire({ login, name: called, roles: [role], teamId })).id);
    }
    return { accounts, territories };
  }
}

/** Whether what is there of it is its beginning as it was told, and nothing else. */
const isOurs = ({ entries }: PlayedCase, known: LoadedCaseRow | undefined): boolean =>
  !known || known.last === (entries[known.entries - 1]?.id ?? null);

/** The same in every space: two that have one series have the same children under the same ids, and neither has one twice. */
const idOf = ({ seed }: Series, place: number): string =>
  uuidOf(`repere load ${String(seed)} ${String(place)}`);
