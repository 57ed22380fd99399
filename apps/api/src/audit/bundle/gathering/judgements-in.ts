import { JUDGEMENTS } from '@repere/audit';
import type { DossierJudgement } from '../dossier/dossier-case';
import type { PaidLeaf } from './leaves.query';

/** What was said of deviations, from the case's own entries. `names`: by alias. */
export function judgementsIn(
  stream: readonly PaidLeaf[],
  names: ReadonlyMap<string, string>,
): readonly DossierJudgement[] {
  return stream.flatMap(({ entry, payload, leaf }) => {
    const kind = JUDGEMENTS.find((it) => entry.type === `deviation.${it}`);
    const { deviation: key, text } = payload?.fields ?? {};
    if (!kind || entry.outcome !== 'done' || typeof key !== 'string' || typeof text !== 'string') return [];
    return [{ key, kind, by: names.get(entry.actor) ?? '?', at: entry.time, leaf, text }];
  });
}
