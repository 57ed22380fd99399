import { text } from '@repere/feel';
import type { CheckFinding } from '../check/checking';
import { proposeName } from '../check/propose-name';
import type { Path } from '../yaml/yaml-source';

/** A step or a fact that there is not. */
export const unknownName = (
  code: 'unknown-step' | 'unknown-fact',
  at: Path,
  name: string,
  known: readonly string[],
): CheckFinding => ({
  code,
  at,
  message:
    code === 'unknown-step'
      ? text(`\`${name}\` n’est l’étape d’aucun protocole.`, `\`${name}\` is a step of no protocol.`)
      : text(`\`${name}\` n’est pas un fait du dossier.`, `\`${name}\` is no fact of the case.`),
  remedy: proposeName(name, [...new Set(known)]),
});
