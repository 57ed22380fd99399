import type { Example } from '../documents/example';
import { checkStructure } from '../yaml/check-structure';
import type { Problem } from '../documents/document';
import { readYaml } from '../yaml/yaml-source';

export interface LoadedExample {
  readonly file: string;
  readonly example?: Example;
  readonly problems: readonly Problem[];
}

/** Turns an `examples/*.yaml` into a worked history; `case/run-example.ts` runs it. Never throws. */
export function loadExample(text: string, file: string): LoadedExample {
  const source = readYaml(text, file);
  const problems = checkStructure(source, 'example');
  return problems.length > 0 ? { file, problems } : { file, example: source.value as Example, problems };
}
