import type { ProtocolDocument, SafeguardDefinition } from '@repere/protocol';
import type { Shelf } from '../shelf';

/** Safeguards of the newest published version that a draft no longer has. A draft is held to them all the same. */
export function droppedSafeguards(document: ProtocolDocument, shelf: Shelf): readonly SafeguardDefinition[] {
  const kept = new Set(document.safeguards.map(({ id }) => id));
  const newest = shelf.versionsOf(document.protocol)[0]?.document;
  return (newest?.safeguards ?? []).filter(({ id }) => !kept.has(id));
}
