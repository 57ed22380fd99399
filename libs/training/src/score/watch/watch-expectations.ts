import { checkExpectation, type JournalEntry, type Scenario } from '@repere/case-engine';
import { text, type Text } from '@repere/feel';
import { timeIn } from '../../practice/begin-practice';
import type { OwnActs } from '../own-acts';
import { endOfExpectation } from './expectation-end';
import type { CountedPart, LostPoint, MetPoint, PracticeRecord } from '../score-types';
import type { RunWatcher } from '../replay-run';

/** When each expectation was first met, or first broken, while a run is told. */
export class ExpectationWatcher implements RunWatcher {
  private readonly metAt = new Map<string, number>();
  private readonly brokenAt = new Map<string, number>();
  /** Expectation → whether its first step was seen. */
  private readonly begun = new Set<string>();
  /** What holds before anybody did anything is nobody's merit. */
  private hasActed = false;

  constructor(
    private readonly record: PracticeRecord,
    private readonly own: OwnActs,
  ) {
    for (const [id, at] of record.ticks) this.metAt.set(id, at);
  }

  readonly before = (played: Scenario, entry: JournalEntry): void => {
    const isOwn = this.own.has(entry.id);
    this.hasActed ||= isOwn;
    if (entry.kind !== 'step-completed') return;
    for (const { id, order } of this.record.scenario.expectations) {
      if (!order) continue;
      const [first = '', second = ''] = order;
      const isFirst = isStep(played, entry, first);
      if (!isFirst && !isStep(played, entry, second)) continue;
      if (isFirst) this.begun.add(id);
      else if (!this.begun.has(id) && !this.brokenAt.has(id)) this.brokenAt.set(id, entry.recordedAt);
      if (isOwn && !this.brokenAt.has(id) && !this.metAt.has(id)) this.metAt.set(id, entry.recordedAt);
    }
  };

  readonly after = (played: Scenario): void => {
    if (played.now < this.own.from) return;
    for (const { id, expect, always } of this.record.scenario.expectations) {
      if (expect && this.hasActed && !this.metAt.has(id) && checkExpectation(played, expect).length === 0)
        this.metAt.set(id, played.now);
      if (always && !this.brokenAt.has(id) && checkExpectation(played, always).length > 0)
        this.brokenAt.set(id, played.now);
    }
  };

  /**
   * What is expected by a moment that has not come is open, unless it is met; what is always to hold is met at its end alone, and where
   * nobody did anything it is neither kept nor broken: it weighs nothing.
   */
  counted(): CountedPart {
    const { scenario, territory, now, isOver } = this.record;
    const { expectations } = scenario;
    const lost: LostPoint[] = [];
    const met: MetPoint[] = [];
    let open = 0;
    for (const it of expectations) {
      const key = `expectations:${it.id}`;
      const { points = 1, title, basis = [] } = it;
      const ownEnd = endOfExpectation(scenario, it, territory);
      const end = ownEnd ?? timeIn(territory, scenario.ends);
      const isDue = isOver || now >= end;
      const brokenAt = this.brokenAt.get(it.id);
      if (it.always && isDue && !this.hasActed && brokenAt === undefined) continue;
      const metAt = it.always ? heldUntil(isDue, Math.min(end, now)) : this.metAt.get(it.id);
      // What has no time of its own is late at no moment.
      const isLate = metAt !== undefined && ownEnd !== null && metAt > ownEnd;
      if (metAt !== undefined && !isLate && brokenAt === undefined)
        met.push({ key, title, points, basis, at: metAt });
      else if (!isDue && metAt === undefined && brokenAt === undefined) open += points;
      else
        lost.push({
          ...{ key, part: 'expectations', points, title, basis },
          at: brokenAt ?? Math.min(end, now),
          why: brokenAt !== undefined ? BROKEN : metAt === undefined ? NOT_MET : MET_LATE,
        });
    }
    return { of: [...met, ...lost].reduce((sum, { points }) => sum + points, 0), lost, met, open };
  }
}

const heldUntil = (isDue: boolean, end: number): number | undefined => (isDue ? end : undefined);

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
