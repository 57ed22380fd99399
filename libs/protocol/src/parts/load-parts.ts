import { checkStructure } from '../yaml/check-structure';
import type { Problem, StepDefinition } from '../documents/document';
import { mapValues } from '../yaml/map-values';
import { readStep } from '../load/read-step';
import { readTranslation, type Translated } from '../translation/translation';
import type { PartsYaml } from '../yaml/yaml-shapes';
import { readYaml, type YamlSource } from '../yaml/yaml-source';

/** A step that several protocols use, without what only its use can say: its place and its printed code. */
export type PartDefinition = Omit<StepDefinition, 'id' | 'code' | 'after' | 'part'>;
export type Parts = Readonly<Record<string, PartDefinition>>;

export interface LoadedParts {
  /** Absent when the file's form is wrong; empty when there is no file. */
  readonly parts?: Parts;
  readonly problems: readonly Problem[];
  readonly source: YamlSource;
  readonly englishFile: string;
  readonly translations: readonly Translated[];
}

/** Turns `parts.yaml` (and `parts.en.yaml`) into steps by name. Never throws; names are not resolved here. */
export function loadParts(
  text: string | undefined,
  file: string,
  enText?: string,
  englishFile = file.replace(/\.yaml$/, '.en.yaml'),
): LoadedParts {
  const source = readYaml(text ?? '', file);
  if (text === undefined) return { parts: {}, problems: [], source, englishFile, translations: [] };
  const faults = checkStructure(source, 'parts');
  if (faults.length > 0) return { problems: faults, source, englishFile, translations: [] };

  const yaml = source.value as PartsYaml;
  const words = readTranslation(source, { file: englishFile, text: enText }, `parts@${yaml.language}`);
  const parts = mapValues(yaml.parts, ({ valid, ...part }, id): PartDefinition => {
    const step = readStep({ ...part, id }, ['parts', id], '', words, ['parts', id]);
    return { ...without(step), ...(valid && { valid: { for: valid.for, until: valid.until ?? [] } }) };
  });
  return { parts, problems: words.problems(), source, englishFile, translations: words.pairs };
}

function without({ id: _id, code: _code, after: _after, ...part }: StepDefinition): PartDefinition {
  return part;
}
