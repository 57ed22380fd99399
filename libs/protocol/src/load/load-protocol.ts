import { checkStructure } from '../yaml/check-structure';
import { checkPartUses } from '../parts/check-part-uses';
import type { Problem, ProtocolDocument } from '../documents/document';
import type { Parts } from '../parts/load-parts';
import { mapValues } from '../yaml/map-values';
import { readFact } from './read-fact';
import { readOpens, readOutcomes, readSafeguards } from './read-rules';
import { readContradictions, readReasons } from '../reasons/read-reasons';
import { readAbsence } from './read-absence';
import { readStep } from './read-step';
import { readTranslation, type Translated } from '../translation/translation';
import { usePart } from '../parts/use-part';
import { listOfBasis, type ProtocolYaml } from '../yaml/yaml-shapes';
import { readYaml, type YamlSource } from '../yaml/yaml-source';

/** One version of a protocol as texts: `protocol.yaml` and the `en.yaml` beside it. */
export interface ProtocolTexts {
  readonly file: string;
  readonly text: string;
  readonly enFile?: string;
  readonly enText?: string;
}

export interface LoadedProtocol {
  /** Absent when the file's form is wrong. Missing English is a problem, and French stands in its place. */
  readonly document?: ProtocolDocument;
  readonly problems: readonly Problem[];
  /** The French file, for positions of what the checker finds. */
  readonly source: YamlSource;
  readonly englishFile: string;
  /** French texts that have English in `en.yaml`. */
  readonly translations: readonly Translated[];
}

/**
 * Turns texts into a document with defaults filled, both languages joined and its parts put in. Never throws; names are not
 * resolved here. `parts` are those of parts.yaml, `null` when it can't be read: then a protocol that uses one is not read
 * either, and parts.yaml says why.
 */
export function loadProtocol(texts: ProtocolTexts, parts: Parts | null = {}): LoadedProtocol {
  const source = readYaml(texts.text, texts.file);
  const englishFile = texts.enFile ?? texts.file.replace(/[^/]*$/, 'en.yaml');
  const unread = (problems: readonly Problem[]) => ({ problems, source, englishFile, translations: [] });
  const faults = checkStructure(source, 'protocol');
  if (faults.length > 0) return unread(faults);

  const yaml = source.value as ProtocolYaml;
  if (parts === null && yaml.steps.some((step) => 'part' in step)) return unread([]);
  const misused = checkPartUses(yaml, parts ?? {}, source);
  if (misused.length > 0) return unread(misused);
  const words = readTranslation(
    source,
    { file: englishFile, text: texts.enText },
    `${yaml.protocol}@${yaml.version}`,
  );
  const document: ProtocolDocument = {
    protocol: yaml.protocol,
    version: yaml.version,
    code: yaml.code,
    title: words.text(yaml.title, ['title'], ['title']),
    purpose: words.text(yaml.purpose, ['purpose'], ['purpose']),
    runs: yaml.runs ?? 'one',
    basis: listOfBasis(yaml.basis),
    ...(yaml.absence && { absence: readAbsence(yaml.absence) }),
    ...(yaml.opensWith && { opensWith: yaml.opensWith }),
    ...(yaml.noticesOnly && { noticesOnly: yaml.noticesOnly }),
    ...(yaml.tells && { tells: yaml.tells }),
    limits: mapValues(yaml.limits ?? {}, (limit) => ({
      ...limit,
      overlay: limit.overlay ?? 'never',
      basis: listOfBasis(limit.basis),
    })),
    facts: mapValues(yaml.facts ?? {}, (fact, id) => readFact(id, fact, ['facts', id], words)),
    derived: yaml.derived ?? {},
    ...(yaml.reasons && {
      reasons: readReasons(yaml.reasons, words),
      contradictions: readContradictions(yaml.reasons),
    }),
    steps: yaml.steps.flatMap((step, index) => {
      if (!('part' in step)) return readStep(step, ['steps', index], yaml.code, words);
      const part = parts?.[step.part];
      return part ? usePart(step, part, yaml.code) : [];
    }),
    opens: readOpens(yaml.opens),
    outcomes: readOutcomes(yaml.outcomes, words),
    safeguards: readSafeguards(yaml.safeguards ?? [], words),
  };
  return { document, problems: words.problems(), source, englishFile, translations: words.pairs };
}
