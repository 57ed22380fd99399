import type { CaseEvent, CaseFile } from '@repere/contract';

/** The event of this case that a page was asked for; `null`: none that facts.yaml declares. */
export const findEvent = (caseFile: Pick<CaseFile, 'events'> | null, id: unknown): CaseEvent | null =>
  caseFile?.events.find((it) => it.id === id) ?? null;
