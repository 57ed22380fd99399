import type { Words } from '@repere/cases';
import type { PublishedProtocols } from '../../protocols/publishing/published-protocols';
import { stepTitle } from '../../protocols/publishing/step-title';
import type { FollowedRulesDto } from './conformance.dto';

const same = (word: string): Words => ({ fr: word, en: word });

export const protocolTitle = (published: PublishedProtocols, protocol: string): Words =>
  published.versionsOf(protocol)[0]?.document.title ?? same(protocol);

/** The step's title in the newest version that has it. */
export const titleOfStep = (published: PublishedProtocols, protocol: string, step: string): Words =>
  stepTitle(published.titledIn(protocol), step);

/** Protocols with the versions that runs follow, in the order of their names. */
export function rulesOf(
  published: PublishedProtocols,
  followed: readonly { readonly protocol: string; readonly version: string }[],
): readonly FollowedRulesDto[] {
  const byProtocol = Map.groupBy(followed, ({ protocol }) => protocol);
  return [...byProtocol]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([protocol, runs]) => ({
      protocol,
      title: protocolTitle(published, protocol),
      versions: [...new Set(runs.map(({ version }) => version))].sort(),
    }));
}
