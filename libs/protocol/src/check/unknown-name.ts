import { text } from '@repere/feel';
import { proposeName } from './propose-name';
import type { Path } from '../yaml/yaml-source';
import type { CheckFinding } from './checking';

/** What can be named, with its French. */
export const KINDS = {
  step: 'étape',
  fact: 'fait',
  field: 'champ',
  list: 'liste',
  'list of reasons': 'liste de motifs',
  'kind of evidence': 'genre de pièce',
} as const;

/** A name that nothing has: `unknown-step`, `unknown-list-of-reasons`… with the nearest one. */
export function unknownName(
  kind: keyof typeof KINDS,
  name: string,
  known: readonly string[],
  at: Path,
  message = text(`Il n’y a pas de ${KINDS[kind]} \`${name}\`.`, `There is no ${kind} \`${name}\`.`),
): CheckFinding {
  return { code: `unknown-${kind.replaceAll(' ', '-')}`, at, message, remedy: proposeName(name, known) };
}
