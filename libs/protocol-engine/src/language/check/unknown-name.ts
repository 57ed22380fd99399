import { proposeName } from '../propose-name';
import type { Path } from '../yaml-source';
import type { Finding } from './checking';

/** A name that nothing has: `unknown-step`, `unknown-list-of-reasons`… with the nearest one. */
export function unknownName(
  kind: string,
  name: string,
  known: readonly string[],
  at: Path,
  message = `There is no ${kind} \`${name}\`.`,
): Finding {
  return { code: `unknown-${kind.replaceAll(' ', '-')}`, at, message, remedy: proposeName(name, known) };
}
