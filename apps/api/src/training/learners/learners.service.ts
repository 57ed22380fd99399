import { randomUUID } from 'node:crypto';
import type { LearnerRole } from '@repere/access';
import { Injectable } from '@nestjs/common';
import type { TrainingScenario } from '@repere/protocol';
import { OpenSessionService, type SignedIn } from '../../access/sign-in/open-session.service';
import { StaffService } from '../../access/team/staff.service';
import { AssignmentsRepository } from '../../cases/grants/assignments.repository';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import type { RequestPlace } from '../../platform/requests/request-origin';
import {
  MOST_LEARNERS,
  SPACE_CLASS_SQL,
  type SpaceClassRow,
  type SpaceScenarioRow,
} from '../../platform/spaces/space-class-rows';
import { Spaces } from '../../platform/spaces/spaces';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ANYWHERE, CAST_TEAMS } from '../beginning/training-cast';
import { limitOf } from '../group/assessment-limit';
import { deviceOf } from './device-of';
import { type KeptScenario, ScenarioLibrary } from '../scenarios/scenario-library';
import { STORY_SQL } from '../story/story.query';
import { cleanNickname, isSameNickname } from './nickname';
import type { AskToJoinDto, LearnerDto, WaitingRoomDto } from './learners.dto';
import { type LearnerRow, LEARNERS_SQL } from './learners.query';

/** Who share a device are few; somebody who asks under ever new names is not let go on. */
const MOST_OF_DEVICE = 8;
/** With those who were not admitted. */
const MOST_ASKED = 5 * MOST_LEARNERS;

const ASK: DeclaredAct = { type: 'training.ask-to-join', purpose: 'training', idempotent: false };
const ADMIT: DeclaredAct = { ...ASK, type: 'training.admit' };

/** Who learns in a training space: asks from a browser, waits, and is admitted as an account that exists in that space alone. */
@Injectable()
export class Learners {
  constructor(
    private readonly units: UnitOfWork,
    private readonly spaces: Spaces,
    private readonly staff: StaffService,
    private readonly opening: OpenSessionService,
    private readonly library: ScenarioLibrary,
    private readonly rows: CaseRowsRepository,
    private readonly assignments: AssignmentsRepository,
  ) {}

  /** What the address book says of this space's class. */
  async classOf({ space }: Pick<RequestPlace, 'space'>): Promise<SpaceClassRow> {
    const [row] = await this.spaces.classRows<SpaceClassRow>(SPACE_CLASS_SQL.read, [space.id]);
    if (!row) throw new Refusal('space-shut');
    return row;
  }

  /** The scenario that this space began with; `null`: none, or one that is not there any more. */
  async scenarioOf(place: RequestPlace): Promise<TrainingScenario | null> {
    return (await this.keptScenarioOf(place))?.scenario ?? null;
  }

  /** The same, with its text. */
  async keptScenarioOf({ space }: RequestPlace): Promise<KeptScenario | null> {
    const [row] = await this.spaces.classRows<SpaceScenarioRow>(SPACE_CLASS_SQL.readScenario, [space.id]);
    return (row && this.library.findScenario(row.scenario, row.scenario_text)) ?? null;
  }

  /** `browser`: what its cookie says. Asked again and again while somebody waits, so that it is in no record. */
  async waitingRoom(place: RequestPlace, browser: string): Promise<WaitingRoomDto> {
    const row = await this.classOf(place);
    const { code_until: until, mode, is_score_shown: isScoreShown } = row;
    const learners = await this.units.unrecorded('system:access', place, () =>
      LEARNERS_SQL.ofDevice.readRows(this.units.manager, [deviceOf(browser)]),
    );
    return {
      ...{ isOpen: until !== null, mode, isScoreShown, limit: limitOf(row) },
      learners: learners.map(showLearner),
    };
  }

  async listLearners(place: RequestPlace): Promise<readonly LearnerDto[]> {
    const learners = await this.units.unrecorded('system:access', place, () =>
      LEARNERS_SQL.all.readRows(this.units.manager),
    );
    return learners.map(showLearner);
  }

  /** Asked twice by the same browser, the first holds. */
  async askToJoin(
    place: RequestPlace,
    browser: string,
    { name: typed, role }: AskToJoinDto,
  ): Promise<LearnerDto> {
    const name = cleanNickname(typed);
    const { code_until: until } = await this.classOf(place);
    const device = deviceOf(browser);
    return this.units.runAs('system:access', place, ASK, async () => {
      const { manager } = this.units;
      await LEARNERS_SQL.lock(manager);
      const own = await LEARNERS_SQL.ofDevice.readRows(manager, [device]);
      const before = own.find(
        (it) => isSameNickname(it.name, name) && it.role === role && it.state !== 'refused',
      );
      if (before) {
        this.units.notes({ learner: before.id });
        return showLearner(before);
      }
      if (until === null)
        throw refused(
          'class-closed',
          'Personne d’autre n’entre pour l’instant : demandez un nouveau code à qui anime.',
          'Nobody else comes in for now: ask whoever leads for a new code.',
        );
      const counts = await LEARNERS_SQL.count.first(manager, [device]);
      const { here = 0, asked = 0, ofDevice = 0 } = counts ?? {};
      if (here >= MOST_LEARNERS || asked >= MOST_ASKED) throw classFull();
      if (ofDevice >= MOST_OF_DEVICE)
        throw refused(
          'device-full',
          `Cet appareil a déjà demandé ${String(MOST_OF_DEVICE)} places.`,
          `This device asked for ${String(MOST_OF_DEVICE)} places already.`,
        );
      if (await this.isTaken(name))
        throw refused(
          'name-taken',
          'Quelqu’un porte déjà ce nom ici : choisissez-en un autre.',
          'Somebody here has this name already: choose another.',
          'name',
        );
      const id = randomUUID();
      await LEARNERS_SQL.insert(manager, [id, device, name, role]);
      this.units.notes({ learner: id, role });
      return showLearner(await this.findLearner(id));
    });
  }

  /** The trainer's answer: admits a learner, or shows them out again, which ends account and sessions. */
  async decide(place: RequestPlace, id: string, isAdmitted: boolean): Promise<LearnerDto> {
    return this.units.runAs('system:seed', place, ADMIT, async () => {
      const { manager } = this.units;
      await LEARNERS_SQL.lock(manager);
      const learner = await this.findLearner(id);
      this.units.notes({ learner: id, isAdmitted });
      if (isAdmitted) await this.admit(learner);
      else {
        if (learner.accountId !== null) await this.staff.setOpen(learner.accountId, false);
        await LEARNERS_SQL.decide(manager, [id, 'refused', null]);
      }
      return showLearner(await this.findLearner(id));
    });
  }

  /** A session as this learner, on the browser that asked. */
  async openSession(place: RequestPlace, browser: string, id: string): Promise<SignedIn> {
    const own = await this.units.unrecorded('system:access', place, () =>
      LEARNERS_SQL.ofDevice.readRows(this.units.manager, [deviceOf(browser)]),
    );
    const learner = own.find((it) => it.id === id);
    if (!learner) throw new Refusal('not-found');
    if (learner.state !== 'admitted' || learner.accountId === null)
      throw refused(
        'not-admitted',
        'Qui anime ne vous a pas fait entrer.',
        'Whoever leads has not let you in.',
      );
    // Done before its time began it would count, and without the time: nobody is in there before.
    const limit = limitOf(await this.classOf(place));
    if (limit?.until === null)
      throw refused(
        'assessment-not-begun',
        'L’évaluation n’a pas commencé : vous entrerez quand qui anime la lance.',
        'The assessment has not begun: you come in when whoever leads starts it.',
      );
    return this.opening.openSession(place, learner.accountId, 'password', async () => {
      this.units.notes({ learner: id });
    });
  }

  private async admit({ id, name, role, state, accountId }: LearnerRow): Promise<void> {
    const { manager } = this.units;
    if (state === 'admitted') return;
    if (state === 'refused') {
      const counts = await LEARNERS_SQL.count.first(manager, [null]);
      if ((counts?.here ?? 0) >= MOST_LEARNERS) throw classFull();
      if (await this.isTaken(name))
        throw refused(
          'name-taken',
          'Quelqu’un d’autre porte ce nom maintenant.',
          'Somebody else has this name now.',
        );
    }
    if (accountId === null) {
      const [team] = CAST_TEAMS;
      const teamId = await this.staff.team(team.name, ANYWHERE, team.kind);
      const login = `learner-${id}`;
      const hired = await this.staff.hire({ login, name, roles: [role as LearnerRole], teamId });
      await LEARNERS_SQL.decide(manager, [id, 'admitted', hired.id]);
      // An assessor sees no case but those that are given to them.
      if (role === ('assessor' satisfies LearnerRole)) await this.giveStory(hired.id);
    } else {
      await this.staff.setOpen(accountId, true);
      await LEARNERS_SQL.decide(manager, [id, 'admitted', null]);
    }
  }

  private async giveStory(accountId: string): Promise<void> {
    const standing = await STORY_SQL.standing.first(this.units.manager);
    const row = standing && (await this.rows.findRow(standing.caseFileId));
    if (row) await this.assignments.addAssignment(row, { accountId, relation: 'assigned' });
  }

  private async isTaken(name: string): Promise<boolean> {
    const names = await LEARNERS_SQL.names.readRows(this.units.manager);
    return names.some((it) => isSameNickname(it.name, name));
  }

  private async findLearner(id: string): Promise<LearnerRow> {
    const learner = await LEARNERS_SQL.find.first(this.units.manager, [id]);
    if (!learner) throw new Refusal('not-found');
    return learner;
  }
}

const classFull = (): Refusal =>
  refused(
    'class-full',
    `Cette classe est complète : ${String(MOST_LEARNERS)} personnes au plus. Demandez à qui anime.`,
    `This class is full: ${String(MOST_LEARNERS)} people at most. Ask whoever leads.`,
  );

const showLearner = ({ id, name, role, state, askedAt, certificateSeq }: LearnerRow): LearnerDto => ({
  id,
  name,
  role: role as LearnerRole,
  state: state as LearnerDto['state'],
  askedAt: askedAt.toISOString(),
  isCertified: certificateSeq !== null,
});
