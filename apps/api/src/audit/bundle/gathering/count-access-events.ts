import type { AccessLogLine } from '../dossier/dossier-case';
import type { PaidLeaf } from './leaves.query';
import type { WhoActed } from './who-acted';

/** What each person did with a case, by alias: whoever was there first comes first. */
export function countAccessEvents(
  stream: readonly PaidLeaf[],
  showing: readonly PaidLeaf[],
  { names, ofServices }: WhoActed,
): readonly AccessLogLine[] {
  const lines = new Map<string, AccessLogLine>();
  const listed = new Set(showing);
  for (const leaf of [...stream, ...showing].sort((a, b) => a.leaf - b.leaf)) {
    const { actor, time, type, outcome } = leaf.entry;
    const before = lines.get(actor) ?? {
      alias: actor,
      name: names.get(actor) ?? null,
      isSystem: actor.startsWith('system:'),
      isOfService: ofServices.has(actor),
      acts: 0,
      seen: 0,
      listed: 0,
      refused: 0,
      first: time,
      last: time,
    };
    const what =
      outcome === 'refused'
        ? 'refused'
        : listed.has(leaf)
          ? 'listed'
          : type.startsWith('journal.')
            ? 'acts'
            : 'seen';
    lines.set(actor, { ...before, [what]: before[what] + 1, last: time });
  }
  return [...lines.values()];
}
