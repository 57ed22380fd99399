import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EndSessions } from '../../access/sessions/end-sessions.service';
import { RecomputeDueCases } from '../../cases/upkeep/recompute-due-cases';
import { BeginBranch } from '../../ledger/signing/begin-branch';
import { placeIn } from '../../platform/requests/request-origin';
import type { SpaceInMaking } from '../../platform/spaces/making/provisioner';
import type { Space } from '../../platform/spaces/spaces';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ScenarioLibrary } from '../scenarios/scenario-library';
import { KeepCourse } from '../story/keep-course';
import { BringVersions } from './bring-versions';
import { HireCast } from './hire-cast';
import { PlayBeginning } from './play-beginning';
import { RecordPlayedCase } from './record-played-case';
import { ANYWHERE } from './training-cast';

const FILL: DeclaredAct = { type: 'training.fill', purpose: 'training', idempotent: false };

/** Puts into a new training space what every one has, protocols and fictional staff, and the beginning of its scenario. */
@Injectable()
export class FillSpace {
  constructor(
    private readonly units: UnitOfWork,
    private readonly versions: BringVersions,
    private readonly library: ScenarioLibrary,
    private readonly cast: HireCast,
    private readonly beginning: PlayBeginning,
    private readonly recording: RecordPlayedCase,
    private readonly course: KeepCourse,
    private readonly recomputing: RecomputeDueCases,
    private readonly branching: BeginBranch,
    private readonly ending: EndSessions,
  ) {}

  /** The moment at which the space's clock begins, epoch ms; `null`: now. */
  async fillSpace(
    live: Space,
    { space, scenario, scenarioText, branch }: SpaceInMaking,
  ): Promise<number | null> {
    if (branch) return this.fillBranch(space, branch);
    const place = placeIn(space);
    const told = scenario === null ? null : this.library.findScenario(scenario, scenarioText);
    if (told === undefined) throw new Error(`no scenario ${String(scenario)}`);
    await this.versions.bringVersions(live, space, told?.scenario ?? null);
    const accounts = await this.units.runAs('system:seed', place, FILL, () =>
      this.cast.hire(told === null ? ANYWHERE : String(told.scenario.territory)),
    );
    if (told === null) return null;
    const beginning = await this.units.runAs('system:seed', place, FILL, () =>
      this.beginning.play(told, accounts),
    );
    await this.recording.recordCase(space, FILL, { id: randomUUID(), ...beginning });
    const atBeginning = { ...space, fixedNow: beginning.begins };
    await this.units.runAs('system:seed', placeIn(atBeginning), FILL, () =>
      this.course.beginCourse(told.scenario, beginning.place),
    );
    while ((await this.recomputing.recomputeCases(atBeginning)) > 0);
    return beginning.begins;
  }

  /** It has everything already. Nobody is in it: whoever was in the space that was copied comes in anew. */
  private async fillBranch(
    space: Space,
    { of, at }: { readonly of: string; readonly at: number },
  ): Promise<number> {
    const began = { ...space, fixedNow: at };
    await this.branching.beginBranch(began, of);
    await this.units.runAs(
      'system:access',
      placeIn(began),
      { ...FILL, type: 'training.begin-branch' },
      async () => {
        this.units.notes({ ended: await this.ending.ofEverybody() });
      },
    );
    return at;
  }
}
