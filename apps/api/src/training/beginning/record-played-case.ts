import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '@repere/case-engine';
import type { ChildDto } from '../../cases/opening/child.dto';
import { OpenPlayedCase } from '../../cases/opening/open-played-case.service';
import { placeIn } from '../../platform/requests/request-origin';
import type { Space } from '../../platform/spaces/spaces';
import { accountActor } from '../../platform/unit/account-actor';
import type { DeclaredAct } from '../../platform/unit/act';
import { enterFound } from '../../platform/unit/enter';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** A case that the engine told, with ids of this space. */
export interface PlayedCase {
  readonly id: string;
  readonly child: ChildDto;
  /** First to last, each by its own account. */
  readonly entries: readonly JournalEntry[];
}

/** Puts a case that was told into a space: each act by its own account at its own moment, as if it had been sent. */
@Injectable()
export class RecordPlayedCase {
  constructor(
    private readonly units: UnitOfWork,
    private readonly opening: OpenPlayedCase,
  ) {}

  /** `recorded`: how many entries are there already, of a case that was left half-way. */
  async recordCase(
    space: Space,
    act: DeclaredAct,
    { id, child, entries }: PlayedCase,
    recorded = 0,
  ): Promise<void> {
    let there = 0;
    for (const acts of byActor(entries)) {
      const before = there;
      there += acts.length;
      const [first] = acts;
      if (!first || there <= recorded) continue;
      const context = {
        ...placeIn({ ...space, fixedNow: first.recordedAt }),
        enter: enterFound((manager) => accountActor(manager, first.enteredBy)),
      };
      await this.units.runAct(context, act, async () => {
        if (before === 0) await this.opening.openPlayedCase(id, child);
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
