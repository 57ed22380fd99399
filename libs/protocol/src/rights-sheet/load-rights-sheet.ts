import { checkStructure } from '../yaml/check-structure';
import { toProblem } from '../check/checking';
import type { Problem } from '../documents/document';
import { readYaml } from '../yaml/yaml-source';
import { checkRightsSheet, type Grounds } from './check-rights-sheet';
import type { RightsSheet, SheetLine } from './rights-sheet-types';
import type { LineYaml, RightsSheetYaml } from './rights-sheet-yaml';

/** Turns `rights-sheet.yaml` into the sheet, unless something is wrong with it. Never throws. */
export function loadRightsSheet(
  content: string,
  file: string,
  grounds: Grounds,
): { readonly sheet?: RightsSheet; readonly problems: readonly Problem[] } {
  const source = readYaml(content, file);
  const faults = checkStructure(source, 'rights-sheet');
  if (faults.length > 0) return { problems: faults };
  const sheet = source.value as RightsSheetYaml;
  const problems = [...checkRightsSheet(sheet, grounds)].map((finding) => toProblem(source, finding));
  return problems.length > 0 ? { problems } : { sheet: read(sheet), problems };
}

const read = ({ title, parts, calls }: RightsSheetYaml): RightsSheet => ({
  title,
  parts: parts.map(({ lines, ...part }) => ({ ...part, lines: lines.map(lineOf) })),
  calls: {
    title: calls.title,
    before: calls.before.map(lineOf),
    numbers: calls.numbers.map((it) => ({ ...lineOf(it), number: it.number, how: it.how })),
  },
});

const lineOf = ({ fr, en, basis }: LineYaml): SheetLine => ({ words: { fr, en }, basis });
