import type { Problem } from '../documents/document';
import type { TrainingScenario } from '../documents/training-scenario';
import { findUnplainTexts } from './find-unplain-texts';
import { checkStructure } from '../yaml/check-structure';
import { readYaml, type YamlSource } from '../yaml/yaml-source';

export interface LoadedScenario {
  readonly file: string;
  /** Absent when the file has problems. */
  readonly scenario?: TrainingScenario;
  readonly problems: readonly Problem[];
  /** Where a part of the file stands, for whoever goes on checking. */
  readonly at: YamlSource['at'];
}

/** Turns a `scenarios/*.yaml` into a scenario of the right form; what it names is not looked up. Never throws. */
export function loadScenario(text: string, file: string): LoadedScenario {
  const source = readYaml(text, file);
  const ofForm = checkStructure(source, 'scenario');
  const problems = ofForm.length > 0 ? ofForm : findUnplainTexts(source);
  const { at } = source;
  return problems.length > 0
    ? { file, problems, at }
    : { file, scenario: source.value as TrainingScenario, problems, at };
}
