import type { Words } from '@repere/cases';
import type { Shelf } from '../../protocols/shelf';
import type { FollowedRulesDto } from './conformance.dto';

const same = (word: string): Words => ({ fr: word, en: word });

export const protocolTitle = (shelf: Shelf, protocol: string): Words =>
  shelf.versionsOf(protocol)[0]?.document.title ?? same(protocol);

/** The step's title in the newest version that has it. */
export function titleOfStep(shelf: Shelf, protocol: string, step: string): Words {
  for (const { document } of [...shelf.versionsOf(protocol), ...localOf(shelf, protocol)]) {
    const found = document.steps.find(({ id }) => id === step);
    if (found) return found.title;
  }
  return same(step);
}

/** Under overlays: steps that a territory adds. */
const localOf = (shelf: Shelf, protocol: string) =>
  [...shelf.versions.values()].filter((it) => it.base !== null && it.document.protocol === protocol);

/** Protocols with the versions that runs follow, in the order of their names. */
export function rulesOf(
  shelf: Shelf,
  followed: readonly { readonly protocol: string; readonly version: string }[],
): readonly FollowedRulesDto[] {
  const byProtocol = Map.groupBy(followed, ({ protocol }) => protocol);
  return [...byProtocol]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([protocol, runs]) => ({
      protocol,
      title: protocolTitle(shelf, protocol),
      versions: [...new Set(runs.map(({ version }) => version))].sort(),
    }));
}
