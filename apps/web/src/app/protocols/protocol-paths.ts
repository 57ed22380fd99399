import type { TraceAnswer } from '@repere/cases';

/** The pages of one version; the text has no name of its own in the address. */
export const PARTS = ['text', 'diagram', 'versions', 'safeguards', 'examples'] as const;
export type Part = (typeof PARTS)[number];

const PART_PATHS: Readonly<Record<Part, string | null>> = {
  text: null,
  diagram: 'schema',
  versions: 'versions',
  safeguards: 'garde-fous',
  examples: 'exemples',
};

/** Commands of the router for a page of a version. */
export function partPath(name: string, version: string, part: Part = 'text'): readonly string[] {
  const path = PART_PATHS[part];
  return ['/protocoles', name, version, ...(path ? [path] : [])];
}

/** A place in the app: commands of the router, and where on the page. */
export interface Place {
  readonly path: readonly string[] | string;
  readonly fragment?: string;
}

export const stepPlace = (name: string, version: string, step: string): Place => ({
  path: partPath(name, version),
  fragment: `step-${step}`,
});

/** Where an answer can be read; `null`: it has no page, the words are all there is. */
export function answerPlace({ kind, protocol, version, id, path }: TraceAnswer): Place | null {
  if (path !== undefined) return { path };
  if (protocol === undefined || version === undefined) return null;
  switch (kind) {
    case 'step':
      return stepPlace(protocol, version, id ?? '');
    case 'safeguard':
      return { path: partPath(protocol, version, 'safeguards'), fragment: `safeguard-${id ?? ''}` };
    case 'fact':
      return { path: partPath(protocol, version), fragment: `fact-${id ?? ''}` };
    default:
      return { path: partPath(protocol, version) };
  }
}
