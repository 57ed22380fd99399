import { checkExpectation, type JournalEntry, type Scenario } from '@repere/case-engine';
import { later, parseWithin, text, type Text } from '@repere/feel';
import type { ScenarioExpectation } from '@repere/protocol';
import { timeIn } from '../practice/begin-practice';
import type { CountedPart, LostPoint, MetPoint, PracticeRecord } from './score-types';
import type { RunWatcher } from './replay-run';

/** When each expectation was first met, or first broken, while a run is told. */
export class ExpectationWatcher implements RunWatcher {
  private readonly metAt = new Map<string, number>();
  private readonly brokenAt = new Map<string, number>();
  /** Expectation → whether its first step was seen. */
  private readonly begun = new Set<string>();
  private readonly from: number;

  constructor(private readonly record: PracticeRecord) {
    this.from = timeIn(record.territory, record.scenario.begins);
    for (const [id, at] of record.ticks) this.metAt.set(id, at);
  }

  readonly before = (played: Scenario, entry: JournalEntry): void => {
    if (entry.kind !== 'step-completed') return;
    for (const { id, order } of this.record.scenario.expectations) {
      if (!order) continue;
      const [first = '', second = ''] = order;
      if (isStep(played, entry, first)) this.begun.add(id);
      else if (isStep(played, entry, second) && !this.begun.has(id) && !this.brokenAt.has(id))
        this.brokenAt.set(id, entry.recordedAt);
      if (this.begun.has(id) && !this.brokenAt.has(id) && !this.metAt.has(id))
        this.metAt.set(id, entry.recordedAt);
    }
  };

  readonly after = (played: Scenario): void => {
    if (played.now < this.from) return;
    for (const { id, expect, always } of this.record.scenario.expectations) {
      if (expect && !this.metAt.has(id) && checkExpectation(played, expect).length === 0)
        this.metAt.set(id, played.now);
      if (always && !this.brokenAt.has(id) && checkExpectation(played, always).length > 0)
        this.brokenAt.set(id, played.now);
    }
  };

  counted(): CountedPart {
    const { expectations } = this.record.scenario;
    const lost: LostPoint[] = [];
    const met: MetPoint[] = [];
    for (const it of expectations) {
      const key = `expectations:${it.id}`;
      const { points = 1, title, basis = [] } = it;
      const end = this.endOf(it);
      const metAt = it.always ? this.from : this.metAt.get(it.id);
      const brokenAt = this.brokenAt.get(it.id);
      if (metAt !== undefined && metAt <= end && brokenAt === undefined)
        met.push({ key, title, points, at: metAt });
      else
        lost.push({
          ...{ key, part: 'expectations', points, title, basis },
          at: brokenAt ?? Math.min(end, this.record.now),
          why: brokenAt !== undefined ? BROKEN : metAt === undefined ? NOT_MET : MET_LATE,
        });
    }
    return { of: expectations.reduce((sum, { points = 1 }) => sum + points, 0), lost, met };
  }

  private endOf({ by, within }: ScenarioExpectation): number {
    const { territory, now } = this.record;
    const period = within === undefined ? undefined : parseWithin(within);
    if (by !== undefined) return timeIn(territory, by);
    return period ? later(this.from, period, territory) : now;
  }
}

function isStep(
  played: Scenario,
  entry: JournalEntry & { readonly kind: 'step-completed' },
  name: string,
): boolean {
  const found = played.findStep(name);
  return typeof found !== 'string' && found.step.id === entry.step && found.run.runId === entry.runId;
}

const NOT_MET: Text = text('Attendu, et pas arrivé.', 'Expected, and it did not come about.');
const MET_LATE: Text = text('Arrivé, mais trop tard.', 'It came about, but too late.');
const BROKEN: Text = text('À ce moment, ce n’était plus tenu.', 'At this moment it did not hold any more.');
