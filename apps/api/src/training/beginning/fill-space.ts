import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '@repere/case-engine';
import { EndSessions } from '../../access/sessions/end-sessions.service';
import { OpenPlayedCase } from '../../cases/opening/open-played-case.service';
import { RecomputeDueCases } from '../../cases/upkeep/recompute-due-cases';
import { BeginBranch } from '../../ledger/signing/begin-branch';
import { placeIn } from '../../platform/requests/request-origin';
import type { SpaceInMaking } from '../../platform/spaces/making/provisioner';
import type { Space } from '../../platform/spaces/spaces';
import { accountActor } from '../../platform/unit/account-actor';
import type { DeclaredAct } from '../../platform/unit/act';
import { enterFound } from '../../platform/unit/enter';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { ScenarioLibrary } from '../scenarios/scenario-library';
import { HireCast } from './hire-cast';
import { PlayBeginning, type ScenarioBeginning } from './play-beginning';
import { ANYWHERE } from './training-cast';

const FILL: DeclaredAct = { type: 'training.fill', purpose: 'training', idempotent: false };

/** Puts into a new training space what every one has, protocols and fictional staff, and the beginning of its scenario. */
@Injectable()
export class FillSpace {
  constructor(
    private readonly units: UnitOfWork,
    private readonly registry: ProtocolRegistry,
    private readonly library: ScenarioLibrary,
    private readonly cast: HireCast,
    private readonly beginning: PlayBeginning,
    private readonly opening: OpenPlayedCase,
    private readonly recomputing: RecomputeDueCases,
    private readonly branching: BeginBranch,
    private readonly ending: EndSessions,
  ) {}

  /** The moment at which the space's clock begins, epoch ms; `null`: now. */
  async fillSpace({ space, scenario, scenarioText, branch }: SpaceInMaking): Promise<number | null> {
    if (branch) return this.fillBranch(space, branch);
    const place = placeIn(space);
    await this.units.runAs('system:migrate', place, { ...FILL, type: 'protocol.publish' }, () =>
      this.registry.readPublished(),
    );
    const told = scenario === null ? null : this.library.findScenario(scenario, scenarioText);
    if (told === undefined) throw new Error(`no scenario ${String(scenario)}`);
    const accounts = await this.units.runAs('system:seed', place, FILL, () =>
      this.cast.hire(told === null ? ANYWHERE : String(told.scenario.territory)),
    );
    if (told === null) return null;
    const beginning = await this.units.runAs('system:seed', place, FILL, () =>
      this.beginning.play(told, accounts),
    );
    await this.openCase(space, beginning);
    const atBeginning = { ...space, fixedNow: beginning.begins };
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

  /** Each act by its own account at its own moment, as if it had been sent. */
  private async openCase(space: Space, { child, entries }: ScenarioBeginning): Promise<void> {
    const id = randomUUID();
    for (const [index, acts] of byActor(entries).entries()) {
      const [first] = acts;
      if (!first) continue;
      const context = {
        ...placeIn({ ...space, fixedNow: first.recordedAt }),
        enter: enterFound((manager) => accountActor(manager, first.enteredBy)),
      };
      await this.units.runAct(context, FILL, async () => {
        if (index === 0) await this.opening.openPlayedCase(id, child);
        await this.opening.recordEntries(id, acts);
      });
    }
  }
}

/** Entries in a row of one account at one moment. */
function byActor(entries: readonly JournalEntry[]): readonly (readonly JournalEntry[])[] {
  const acts: JournalEntry[][] = [];
  for (const entry of entries) {
    const last = acts.at(-1);
    const [before] = last ?? [];
    if (last && before?.enteredBy === entry.enteredBy && before.recordedAt === entry.recordedAt)
      last.push(entry);
    else acts.push([entry]);
  }
  return acts;
}
