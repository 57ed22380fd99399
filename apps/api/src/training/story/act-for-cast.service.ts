import { Injectable } from '@nestjs/common';
import { commandOf, type Scenario } from '@repere/case-engine';
import { TooMuchWorkError } from '@repere/feel';
import type { ExampleLine, TrainingScenario } from '@repere/protocol';
import { replayPractice } from '@repere/training';
import { CaseCommandHandler } from '../../cases/acts/case-command-handler';
import { CaseReader } from '../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { accountActor } from '../../platform/unit/account-actor';
import type { DeclaredAct } from '../../platform/unit/act';
import { enterFound } from '../../platform/unit/enter';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { nameEntries } from '../beginning/name-entries';
import { actorOf } from '../beginning/training-cast';
import { CAST_SQL } from '../play/cast.query';
import { STORY_SQL } from './story.query';

/** Each entry has an event of its own; where there is none, the act writes one itself. */
const ACT: DeclaredAct = {
  ...{ type: 'training.story', purpose: 'training', idempotent: false },
  isUnrecorded: true,
};

/** Something that others do by an event that came about. */
export interface ActToDo {
  readonly event: string;
  /** How many of its acts were done before. */
  readonly done: number;
  readonly caseFileId: string;
}

/** What others do in a story, decided by the engine and recorded by an account of the cast, as any act. Done once, whoever tries. */
@Injectable()
export class ActForCast {
  constructor(
    private readonly units: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly rows: CaseRowsRepository,
    private readonly commands: CaseCommandHandler,
  ) {}

  /** What the engine or a right refuses is not recorded: the story goes on, whether or not there is a step for it. */
  async actOnce(place: RequestPlace, scenario: TrainingScenario, asked: ActToDo): Promise<void> {
    const line = scenario.injects?.find(({ id }) => id === asked.event)?.do?.[asked.done];
    const accountId = line ? await this.accountFor(place, scenario, line, asked) : null;
    if (!line || accountId === null) return this.passOver(place, asked);
    const enter = enterFound((manager) => accountActor(manager, accountId));
    try {
      await this.units.runAct({ ...place, enter }, ACT, () =>
        this.recordAct(scenario, line, asked, accountId),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.passOver(place, asked);
    }
  }

  /** Who of the cast enters it; `null`: the case has no step for it, or nobody plays them any more. */
  private accountFor(
    place: RequestPlace,
    scenario: TrainingScenario,
    line: ExampleLine,
    { caseFileId }: ActToDo,
  ): Promise<string | null> {
    return this.units.unrecorded('system:recompute', place, async () => {
      const row = await this.rows.findRow(caseFileId);
      if (!row) return null;
      const said = commandOf(this.tellCase(await this.reader.loadCase(row), scenario), line);
      if (typeof said === 'string') return null;
      const login = actorOf(said.actor.id);
      const cast = await CAST_SQL.all.readRows(this.units.manager);
      return cast.find((it) => it.login === login)?.id ?? null;
    });
  }

  private async recordAct(
    scenario: TrainingScenario,
    line: ExampleLine,
    { event, done, caseFileId }: ActToDo,
    accountId: string,
  ): Promise<void> {
    const file = await this.reader.lockFor(caseFileId, 'write');
    if (!(await STORY_SQL.actDone.first(this.units.manager, [event, done]))) return;
    const entries = decideLine(this.tellCase(file, scenario), line, accountId);
    if (entries)
      await this.commands.recordEntries(
        file,
        nameEntries(entries, () => accountId),
      );
    else await this.units.recordEvent({ type: ACT.type, payload: { event, refused: true } });
  }

  private passOver(place: RequestPlace, { event, done }: ActToDo): Promise<void> {
    return this.units.runAs('system:recompute', place, ACT, async () => {
      if (await STORY_SQL.actDone.first(this.units.manager, [event, done]))
        await this.units.recordEvent({ type: ACT.type, payload: { event, refused: true } });
    });
  }

  private tellCase({ published, territory, journal }: LoadedCase, scenario: TrainingScenario): Scenario {
    return replayPractice(published.set, scenario, territory, this.units.now(), journal);
  }
}

/** `null`: the engine does not take it. */
function decideLine(told: Scenario, line: ExampleLine, accountId: string) {
  const said = commandOf(told, line);
  if (typeof said === 'string') return null;
  try {
    const decision = told.decide(said.command, { ...said.actor, id: accountId });
    return decision.ok ? decision.entries : null;
  } catch (error) {
    if (error instanceof TooMuchWorkError) return null;
    throw error;
  }
}
