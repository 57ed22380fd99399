import { createHash } from 'node:crypto';
import { FIELD_CLASSES, type FieldClass } from '@repere/access';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { SentCopy, SentLine } from '../entities/referral-copy.entity';
import { referredLines, TEXT_REDACTED } from '../referred-lines';

/** The line that says what the child is called. */
const CALLED_NAME = 'child/calledName';

/** What these classes of a case are at this moment, as a partner would read them; that a text is not shown is no line. */
export function composeCopy(file: LoadedCase, classes: readonly FieldClass[]): SentCopy {
  const redacted = new Set(FIELD_CLASSES.filter((it) => !classes.includes(it)));
  const lines = referredLines(file, redacted);
  return {
    calledName: classes.includes('identity') ? file.child.calledName : null,
    lines: classes.flatMap((fieldClass) =>
      (lines.get(fieldClass) ?? [])
        .filter(({ shown }) => shown !== TEXT_REDACTED)
        .map(({ of, title, shown, at }) => ({ of, fieldClass, title, shown, at })),
    ),
  };
}

/** What leaves of what was looked at: without these lines, the child’s name as every other. `null`: one of them is no line of it. */
export function withoutLines(copy: SentCopy, leftOut: readonly string[]): SentCopy | null {
  const left = new Set(leftOut);
  const lines = copy.lines.filter((it) => !left.has(idOfLine(it)));
  if (copy.lines.length - lines.length !== left.size) return null;
  const isNamed = lines.some(({ of }) => of === CALLED_NAME);
  return { calledName: isNamed ? copy.calledName : null, lines };
}

/** Of what a line leaves. */
export const classesOf = ({ lines }: SentCopy): readonly FieldClass[] =>
  FIELD_CLASSES.filter((it) => lines.some(({ fieldClass }) => fieldClass === it));

/** What of these lines was not sent yet, by what was sent so far, oldest first: sent last of the same, it said something else, or nothing. */
export function unsentLines(
  { lines }: Pick<SentCopy, 'lines'>,
  sent: readonly Pick<SentCopy, 'lines'>[],
): readonly SentLine[] {
  const lastOf = new Map(sent.flatMap((copy) => copy.lines.map((it) => [it.of, idOfLine(it)])));
  return lines.filter((it) => lastOf.get(it.of) !== idOfLine(it));
}

/** What a preview is known again by: another word, another mark. */
export const markOf = (copy: SentCopy): string =>
  createHash('sha256').update(JSON.stringify(copy)).digest('base64url');

/** What a line is known by as long as it says the same. */
export const idOfLine = ({ of, fieldClass, title, shown }: SentLine): string =>
  createHash('sha256')
    .update(JSON.stringify([of, fieldClass, title.fr, shown.fr]))
    .digest('base64url');
