import { createHash } from 'node:crypto';
import type { Deviation } from '@repere/case-engine';
import type { LoadedCase } from '../reading/loaded-case';

/** Something in a case that its supervisor must know. */
export interface Alert {
  /** UUID, from what it is about alone. */
  readonly id: string;
  readonly deviation: Deviation;
  readonly entryId: string;
  /** When it was entered, epoch milliseconds. */
  readonly at: number;
}

/** What a case's supervisor must know: rights of the child that were hurt, and flags that say so. */
export function alertsOf(file: LoadedCase): readonly Alert[] {
  const alerts = file.view.deviations.flatMap((deviation): [string, Alert][] => {
    const isToTell = deviation.kind === 'rights-incident' || deviation.tell === 'SUP';
    const entry = isToTell ? file.journal.find(({ id }) => id === deviation.entryId) : undefined;
    if (!entry) return [];
    const id = alertId(deviation);
    return [[id, { id, deviation, entryId: entry.id, at: entry.recordedAt }]];
  });
  return [...new Map(alerts).values()];
}

/** The same flag of the same entry is the same alert: seen once, it stays seen when projections are rebuilt. */
function alertId({ runId, step, entryId, kind, text }: Deviation): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([runId, step, entryId, kind, text.fr]))
    .digest('hex');
  // A UUID of version 8: made by its own rule.
  const [a, b, c, d, e] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
