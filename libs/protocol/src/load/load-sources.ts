import type { Text } from '@repere/feel';
import { checkStructure } from '../yaml/check-structure';
import type { Problem } from '../documents/document';
import { mapValues } from '../yaml/map-values';
import type { TextYaml } from '../yaml/yaml-shapes';
import { readYaml } from '../yaml/yaml-source';

/** How sure a fact is: A official wording, B mirror, C secondary source, U from memory, which no rule may stand on. */
export type Confidence = 'A' | 'B' | 'C' | 'U';

/** Something that `basis` may cite: an item of the report, a fact of law or practice, a guard. */
export interface Source {
  readonly code: string;
  readonly title: Text;
  readonly confidence?: Confidence;
  /** Lines of the report. */
  readonly lines?: string;
  /** Where a fact was read. */
  readonly source?: string;
  /** In force, or decided, on this day. ISO date. */
  readonly inForce?: string;
  /** Renumbered texts: dated other names (F24). */
  readonly aliases?: readonly { readonly was: string; readonly is: string; readonly from: string }[];
}

export type Sources = Readonly<Record<string, Source>>;

interface SourcesYaml {
  readonly items: Readonly<Record<string, { readonly title: TextYaml; readonly lines?: string }>>;
  readonly facts: Readonly<
    Record<
      string,
      { readonly title: TextYaml; readonly confidence: Confidence } & Pick<
        Source,
        'source' | 'inForce' | 'aliases'
      >
    >
  >;
  readonly guards: Readonly<Record<string, { readonly title: TextYaml }>>;
}

/** Turns `sources.yaml` into what each code means. Titles without English show their French. Never throws. */
export function loadSources(
  text: string,
  file: string,
): { readonly sources?: Sources; readonly problems: readonly Problem[] } {
  const source = readYaml(text, file);
  const problems = checkStructure(source, 'sources');
  if (problems.length > 0) return { problems };
  const { items, facts, guards } = source.value as SourcesYaml;
  const sources = mapValues({ ...items, ...facts, ...guards }, ({ title, ...rest }, code): Source => ({
    ...rest,
    code,
    title: typeof title === 'string' ? { fr: title, en: title } : title,
  }));
  return { sources, problems: [] };
}
