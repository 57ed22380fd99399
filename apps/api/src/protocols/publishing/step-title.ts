import type { Words } from '@repere/cases';
import type { ProtocolDocument } from '@repere/protocol';

/** A step's title in the first of these documents that has it; its id, where none has. */
export function stepTitle(documents: readonly ProtocolDocument[], id: string): Words {
  for (const { steps } of documents) {
    const found = steps.find((step) => step.id === id);
    if (found) return found.title;
  }
  return { fr: id, en: id };
}
