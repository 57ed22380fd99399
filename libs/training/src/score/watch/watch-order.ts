import {
  type JournalEntry,
  type OrderedStep,
  orderSteps,
  type Scenario,
  viewCase,
} from '@repere/case-engine';
import { text } from '@repere/feel';
import type { CountedPart, LostPoint } from '../score-types';
import { nameStep } from '../name-step';
import type { RunWatcher } from '../replay-run';
import { actOf, placesOf } from '../shared-act';

/**
 * Order of protection: what protects now goes before everything that doesn't. A step loses its point once, to the first act of ours
 * that went before it; an authority's recorded act never does: it happened.
 */
export class OrderWatcher implements RunWatcher {
  private readonly seen = new Set<string>();
  private readonly lost = new Map<string, LostPoint>();

  /** `from`: what was recorded before the learner came in is not theirs. */
  constructor(private readonly from: number) {}

  readonly before = (played: Scenario, entry: JournalEntry): void => {
    if (entry.kind !== 'step-completed' || entry.recordedAt < this.from) return;
    const urgent = orderSteps(viewCase(played.state)).filter(
      ({ band, of, isOpen }) => band === 'protects-now' && of === 'step' && isOpen,
    );
    for (const it of urgent) this.seen.add(actBy(played, it));
    const run = played.fold.findRun(entry.runId);
    const definition = run?.protocol.steps[run.indexOf(entry.step)]?.definition;
    if (!definition || definition.protective || definition.kind === 'recorded-act') return;
    if (urgent.some((it) => it.run.runId === entry.runId && it.step.id === entry.step)) return;
    for (const it of urgent) {
      const act = actBy(played, it);
      if (this.lost.has(act)) continue;
      const { title } = it.step;
      const together = urgent.filter((other) => actBy(played, other) === act);
      this.lost.set(act, {
        key: `protection-order:${nameStep(played.fold, it.run.runId, it.step.id)}`,
        part: 'protection-order',
        points: 1,
        at: entry.recordedAt,
        runId: it.run.runId,
        step: it.step.id,
        places: placesOf(
          played.fold,
          together.map(({ run: { runId }, step: { id } }) => ({ runId, step: id })),
        ),
        title,
        why: text(
          `« ${title.fr} » protège maintenant ; « ${definition.title.fr} » est passé avant.`,
          `"${title.en}" protects now; "${definition.title.en}" went before it.`,
        ),
        basis: [...new Set([...(it.deadline?.basis ?? []), 'G02'])],
      });
    }
  };

  counted(): CountedPart {
    return { of: this.seen.size, lost: [...this.lost.values()] };
  }
}

const actBy = (played: Scenario, { run, step }: OrderedStep): string =>
  actOf(played.fold, { runId: run.runId, step: step.id });
