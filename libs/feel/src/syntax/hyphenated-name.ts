import { text } from '../value';
import type { Compiling } from '../compile/compiling';
import { dottedName } from './dotted-name';
import type { Syntax } from './syntax';

/**
 * Refuses a name written with hyphens, which FEEL reads as a subtraction: `lost-key.outcome`. Only where no blank
 * stands around the sign and one of the names means nothing. Gives whether it did.
 */
export function refuseHyphens<Env>(syntax: Syntax, context: Compiling<Env>): boolean {
  const names = tightNames(syntax);
  if (!names || names.every((name) => isKnown(name, context))) return false;
  const written = context.print(syntax);
  context.refuseAt(
    syntax,
    text(`${written} se lit comme une soustraction.`, `${written} is read as a subtraction.`),
    text(
      `Écrivez ${written.replaceAll('-', '_')} : les noms ont des tirets bas, jamais des traits d’union.`,
      `Write ${written.replaceAll('-', '_')}: names have underscores, never hyphens.`,
    ),
  );
  return true;
}

/** The names that hyphens join without blanks, or nothing if that is not what this is. */
function tightNames(syntax: Syntax): string[] | undefined {
  if (syntax.kind !== 'arithmetic' || syntax.operator !== '-') return undefined;
  if (syntax.right.from - syntax.left.to !== 1) return undefined;
  const right = dottedName(syntax.right);
  const left = tightNames(syntax.left) ?? dottedName(syntax.left);
  if (left === undefined || right === undefined) return undefined;
  return [...(typeof left === 'string' ? [left] : left), right];
}

function isKnown<Env>(dotted: string, context: Compiling<Env>): boolean {
  const head = dotted.split('.')[0] ?? dotted;
  const isLocal = context.frames.some(
    (frame) => frame.variable === head || Object.hasOwn(frame.fields, head),
  );
  return isLocal || context.scope.name(head) !== undefined;
}
