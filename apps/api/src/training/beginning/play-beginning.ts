import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '@repere/case-engine';
import { factsByRole, type TrainingScenario } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { Practice } from '@repere/training';
import { GENDERS } from '@repere/cases';
import type { ChildDto } from '../../cases/opening/child.dto';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { actorOf } from './training-cast';

/** A case as it stands when the learner comes in. */
export interface ScenarioBeginning {
  readonly child: ChildDto;
  /** As the engine decided them, each by one of the cast; first to last. */
  readonly entries: readonly JournalEntry[];
  /** Epoch ms. */
  readonly begins: number;
}

/** Plays what came before a scenario begins, by the engine itself and the versions that this space has published. */
@Injectable()
export class PlayBeginning {
  constructor(private readonly registry: ProtocolRegistry) {}

  /** `accounts`: ids by login. In a unit of work of the space. Throws where the scenario does not go with what is published. */
  async play(scenario: TrainingScenario, accounts: ReadonlyMap<string, string>): Promise<ScenarioBeginning> {
    const { set } = await this.registry.readPublished();
    const territory = territoryOf(String(scenario.territory));
    if (!territory) throw new Error(`no territory ${String(scenario.territory)}`);
    const practice = new Practice(set, scenario, territory);
    if (practice.untold.length > 0) throw new Error(`${scenario.scenario}: ${practice.untold.join('; ')}`);
    const roles = factsByRole(set.shared);
    const given = (role: 'birth' | 'sex'): string | undefined => {
      const value = scenario.given?.[roles.get(role)?.fact ?? ''];
      return typeof value === 'string' ? value : undefined;
    };
    const birth = given('birth');
    const gender = GENDERS.find((it) => it === given('sex'));
    return {
      child: {
        calledName: scenario.cast[0]?.name ?? '…',
        ...(birth !== undefined && EDTF.test(birth) && { birth }),
        ...(gender && { gender }),
      },
      entries: named(practice.journal, accounts),
      begins: practice.now,
    };
  }
}

const EDTF = /^\d{4}(-\d{2}){0,2}~?$/;
const TOLD_ID = /^story-\d+$/;

/** The same entries with ids of this space: what a story counts, and the labels of its people, stand for something everywhere. */
function named(
  journal: readonly JournalEntry[],
  accounts: ReadonlyMap<string, string>,
): readonly JournalEntry[] {
  const ids = new Map<string, string>();
  const idOf = (told: string): string => {
    const id = ids.get(told) ?? randomUUID();
    ids.set(told, id);
    return id;
  };
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return TOLD_ID.test(value) ? idOf(value) : value;
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner)]));
  };
  return journal.map((entry) => ({
    ...(renamed(entry) as JournalEntry),
    enteredBy: accounts.get(actorOf(entry.enteredBy)) ?? '',
    // What was given stands before all else in a story; here it was learnt when the case was opened.
    ...(entry.occurredAt.from === 0 && {
      occurredAt: { ...entry.occurredAt, from: entry.recordedAt, to: entry.recordedAt },
    }),
  }));
}
