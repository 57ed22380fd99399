import { text, type Text } from '@repere/feel';
import type { Problem } from '../documents/document';
import type { Parts } from './load-parts';
import { proposeName } from '../check/propose-name';
import type { ProtocolYaml } from '../yaml/yaml-shapes';
import type { YamlSource } from '../yaml/yaml-source';

/** What keeps a protocol from being read: parts that there are not, and conditions that can't be joined with the part's. */
export function checkPartUses({ steps }: ProtocolYaml, parts: Parts, source: YamlSource): readonly Problem[] {
  return steps.flatMap((step, index): readonly Problem[] => {
    if (!('part' in step)) return [];
    const at = ['steps', index];
    const part = Object.hasOwn(parts, step.part) ? parts[step.part] : undefined;
    const problem = (key: string, code: string, message: Text, remedy: Text): Problem => ({
      file: source.file,
      ...(key === 'part' ? source.at([...at, key]) : source.atKey([...at, key])),
      code,
      message,
      remedy,
      severity: 'error',
    });
    if (!part) {
      const remedy = proposeName(
        step.part,
        Object.keys(parts),
        text(
          'Écrivez-la dans parts.yaml, ou écrivez ici une étape à vous.',
          'Write it in parts.yaml, or a step of your own here.',
        ),
      );
      return [
        problem(
          'part',
          'unknown-part',
          text(`parts.yaml n’a pas de partie \`${step.part}\`.`, `parts.yaml has no part \`${step.part}\`.`),
          remedy,
        ),
      ];
    }
    const [mine, its] =
      step.when !== undefined && part.unless !== undefined
        ? (['when', 'unless'] as const)
        : step.unless !== undefined && part.when !== undefined
          ? (['unless', 'when'] as const)
          : [];
    if (mine === undefined || its === undefined) return [];
    const message = text(
      `La partie \`${step.part}\` a \`${its}\` ; on ne peut pas y joindre \`${mine}\`.`,
      `The part \`${step.part}\` has \`${its}\`; it can’t be joined with \`${mine}\`.`,
    );
    const remedy = text(
      `Écrivez \`${its}:\` ici aussi, ou retirez \`${mine}\`.`,
      `Write \`${its}:\` here too, or leave \`${mine}\` out.`,
    );
    return [problem(mine, 'when-and-unless', message, remedy)];
  });
}
