import type { ProtocolSet, Scenario } from '@repere/case-engine';
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

/** Beats and injects that have not come about, in the order of the file: beats first. Each comes about once, or never. */
export class PendingEvents {
  private readonly conditions: ScenarioConditions;
  private readonly cameAt = new Map<string, number>();
  private awaited: Awaited[];
  private readonly begins: number;

  constructor(
    set: ProtocolSet,
    scenario: TrainingScenario,
    private readonly territory: Territory,
  ) {
    this.conditions = new ScenarioConditions(set, scenario);
    this.begins = timeIn(territory, scenario.begins);
    this.awaited = [
      ...scenario.beats.map((beat) => ({ beat, isInject: false, since: null })),
      ...(scenario.injects ?? []).map((beat) => ({ beat, isInject: true, since: null })),
    ];
  }

  /** When the next one is due that needs nothing but time; `null`: none. */
  nextDueAt(): number | null {
    const times = this.awaited.flatMap((it) => this.dueAt(it) ?? []);
    return times.length > 0 ? Math.min(...times) : null;
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
