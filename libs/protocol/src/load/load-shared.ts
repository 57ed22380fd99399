import { checkStructure } from '../yaml/check-structure';
import type { Problem, SharedDocument } from '../documents/document';
import { mapValues } from '../yaml/map-values';
import { readFact } from './read-fact';
import { readContradictions, readReasons } from '../reasons/read-reasons';
import { readTranslation, type Translated } from '../translation/translation';
import type { SharedYaml } from '../yaml/yaml-shapes';
import { readYaml, type YamlSource } from '../yaml/yaml-source';

export interface LoadedShared {
  readonly shared?: SharedDocument;
  readonly problems: readonly Problem[];
  readonly source: YamlSource;
  readonly englishFile: string;
  readonly translations: readonly Translated[];
}

/** Turns `facts.yaml` (and `facts.en.yaml`) into the shared document. Never throws. */
export function loadShared(
  text: string,
  file: string,
  enText?: string,
  englishFile = file.replace(/\.yaml$/, '.en.yaml'),
): LoadedShared {
  const source = readYaml(text, file);
  const faults = checkStructure(source, 'facts');
  if (faults.length > 0) return { problems: faults, source, englishFile, translations: [] };

  const yaml = source.value as SharedYaml;
  const words = readTranslation(source, { file: englishFile, text: enText }, `facts@${yaml.language}`);
  const shared: SharedDocument = {
    language: yaml.language,
    facts: mapValues(yaml.facts, (fact, id) => readFact(id, fact, ['facts', id], words)),
    moments: mapValues(yaml.moments ?? {}, (moment, id) => ({
      ...moment,
      title: words.text(moment.title, ['moments', id, 'title'], ['moments', id, 'title']),
    })),
    reasons: readReasons(yaml.reasons ?? {}, words),
    contradictions: readContradictions(yaml.reasons ?? {}),
    evidence: mapValues(yaml.evidence ?? {}, (said, code) =>
      words.text(said, ['evidence', code], ['evidence', code]),
    ),
    refusedWords: yaml.refusedWords ?? { fr: {}, en: {} },
  };
  return { shared, problems: words.problems(), source, englishFile, translations: words.pairs };
}
