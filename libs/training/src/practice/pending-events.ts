import { type ProtocolSet, type Scenario, viewCase } from '@repere/case-engine';
import { later, parseWithin, type Territory } from '@repere/feel';
import type { TrainingScenario, ScenarioBeat, ScenarioInject } from '@repere/protocol';
import { ScenarioConditions } from './scenario-condition';
import { timeIn } from './begin-practice';

interface Awaited {
  readonly beat: ScenarioBeat & Pick<ScenarioInject, 'do'>;
  readonly isInject: boolean;
  /** Since when its condition has been seen to hold. */
  since: number | null;
}

/** What has come about of a story, and what is still awaited; what something kept away is in neither. Moments in epoch ms. */
export interface EventMemory {
  readonly awaited: readonly { readonly id: string; readonly since: number | null }[];
  readonly came: readonly { readonly id: string; readonly at: number }[];
}

/** Beats and injects that have not come about, in the order of the file: beats first. Each comes about once, or never. */
export class PendingEvents {
  private readonly conditions: ScenarioConditions;
  private readonly cameAt: Map<string, number>;
  private awaited: Awaited[];
  private readonly begins: number;

  /** `memory`: where it goes on; left out, nothing has come about. */
  constructor(
    set: ProtocolSet,
    scenario: TrainingScenario,
    private readonly territory: Territory,
    memory?: EventMemory,
  ) {
    this.conditions = new ScenarioConditions(set, scenario);
    this.begins = timeIn(territory, scenario.begins);
    this.cameAt = new Map(memory?.came.map(({ id, at }) => [id, at]));
    const known = memory && new Map(memory.awaited.map(({ id, since }) => [id, since]));
    this.awaited = [
      ...scenario.beats.map((beat) => ({ beat, isInject: false, since: null })),
      ...(scenario.injects ?? []).map((beat) => ({ beat, isInject: true, since: null })),
    ].flatMap((it) => {
      if (!known) return [it];
      const since = known.get(it.beat.id);
      return since === undefined ? [] : [{ ...it, since }];
    });
  }

  readMemory(): EventMemory {
    return {
      awaited: this.awaited.map(({ beat, since }) => ({ id: beat.id, since })),
      came: [...this.cameAt].map(([id, at]) => ({ id, at })),
    };
  }

  /** When the next one is due that needs nothing but time; `null`: none. */
  nextDueAt(): number | null {
    const times = this.awaited.flatMap((it) => this.dueAt(it) ?? []);
    return times.length > 0 ? Math.min(...times) : null;
  }

  /** Whether one of them waits for something in the case. */
  get watchesCase(): boolean {
    return this.awaited.some(({ beat, since }) => beat.when !== undefined && since === null);
  }

  /** Where time is to stop on its way to `until`: something comes about, or the case changes by time alone. */
  nextStop(played: Scenario, until: number): number {
    const stops = [this.nextDueAt(), viewCase(played.state).nextChangeAt].filter(
      (it): it is number => it !== null && it > played.now && it < until,
    );
    return Math.min(until, ...stops);
  }

  /** Takes the next that has come about by now, the earliest first; what it is kept away from is dropped on the way. */
  takeNextDue(played: Scenario): Omit<Awaited, 'since'> | null {
    for (const it of this.awaited) {
      const { when } = it.beat;
      if (when !== undefined && it.since === null && this.conditions.test(played, when) === true)
        it.since = played.now;
    }
    const due = this.awaited
      .map((it) => ({ it, at: this.dueAt(it) }))
      .filter((it): it is { it: Awaited; at: number } => it.at !== null && it.at <= played.now)
      .sort((a, b) => a.at - b.at);
    for (const { it, at } of due) {
      this.awaited = this.awaited.filter((other) => other !== it);
      const { unless } = it.beat;
      if (unless !== undefined && this.conditions.test(played, unless) === true) continue;
      this.cameAt.set(it.beat.id, at);
      return it;
    }
    return null;
  }

  private dueAt({ beat, since }: Awaited): number | null {
    const { at, after, follows, when } = beat;
    const before = follows === undefined ? this.begins : this.cameAt.get(follows);
    if (before === undefined || (when !== undefined && since === null)) return null;
    if (at !== undefined) return Math.max(timeIn(this.territory, at), before, since ?? before);
    const start = Math.max(before, since ?? before);
    const within = after === undefined ? undefined : parseWithin(after);
    return within ? later(start, within, this.territory) : start;
  }
}
