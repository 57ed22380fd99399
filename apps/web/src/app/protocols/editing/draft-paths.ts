/** The pages of a draft; the text has no name of its own in the address. */
export const DRAFT_PARTS = ['text', 'changes', 'cases', 'safeguards', 'review'] as const;
export type DraftPart = (typeof DRAFT_PARTS)[number];

const PATHS: Readonly<Record<DraftPart, string | null>> = {
  text: null,
  changes: 'changements',
  cases: 'dossiers',
  safeguards: 'garde-fous',
  review: 'relecture',
};

/** Commands of the router for a page of a draft. */
export function draftPath(id: string, part: DraftPart = 'text'): readonly string[] {
  const path = PATHS[part];
  return ['/protocoles/brouillons', id, ...(path ? [path] : [])];
}
