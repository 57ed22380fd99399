import type { ProtocolDocument, SafeguardDefinition } from '@repere/protocol';
import type { PublishedProtocols } from '../../publishing/published-protocols';

/** Safeguards of the newest published version that a draft no longer has. A draft is held to them all the same. */
export function droppedSafeguards(
  document: ProtocolDocument,
  published: PublishedProtocols,
): readonly SafeguardDefinition[] {
  const kept = new Set(document.safeguards.map(({ id }) => id));
  const newest = published.versionsOf(document.protocol)[0]?.document;
  return (newest?.safeguards ?? []).filter(({ id }) => !kept.has(id));
}
