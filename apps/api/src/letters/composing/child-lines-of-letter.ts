import { ageOn, dayIn, type Age } from '@repere/cases';
import { formatDate } from '@repere/feel';
import { CHILD_PARTS, type ChildPart, type FieldClass, type LetterPart } from '@repere/protocol';
import { knownChild, understoodLanguage } from '../../cases/reading/known-child';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { CHILD_FIELDS, childLines, type ChildLine } from '../../cases/words/child-lines';
import { type LetterLine, NOT_KNOWN, titled } from './letter-line';

/** What a recipient looks for: named where nobody knows it. */
const ALWAYS_SAID = [
  ...(['givenNames', 'familyName', 'birth', 'gender', 'nationality', 'languages'] as const),
] satisfies readonly ChildLine['of'][];

/** What a part asks of who the child is, by the id of its line. */
const ASKED = {
  ...{
    'called-name': 'child/calledName',
    'given-names': 'child/givenNames',
    'family-name': 'child/familyName',
  },
  ...{ 'other-names': 'child/alsoKnownAs', birth: 'child/birth', age: 'child/age', gender: 'child/gender' },
  ...{ nationality: 'child/nationality', languages: 'child/languages' },
} as const satisfies Readonly<Record<ChildPart, `child/${ChildLine['of'] | 'age'}`>>;

/** Whether a part says this of the child: one that asks for nothing says all that is open. */
export const asksForChild = ({ asks }: Pick<LetterPart, 'asks'>, { id }: LetterLine): boolean =>
  asks.length === 0 || CHILD_PARTS.some((it) => asks.includes(it) && ASKED[it] === id);

/** Who the child is; what is not known is said to be not known. Nothing where the reader does not see it. */
export function childLinesOfLetter(
  file: LoadedCase,
  redacted: ReadonlySet<FieldClass>,
  now: number,
): readonly LetterLine[] {
  const known = knownChild(file);
  const lines = childLines(known).filter(({ fieldClass }) => !redacted.has(fieldClass));
  const said = lines.map(({ of, fieldClass, title, shown }): LetterLine => ({
    id: `child/${of}`,
    fieldClass,
    text: titled(title.fr, shown.fr),
    isOpen: true,
  }));
  if (redacted.has('identity')) return said;
  const understood = understoodLanguage(file, redacted);
  const missing = ALWAYS_SAID.filter((of) => !lines.some((it) => it.of === of)).map((of): LetterLine => {
    // Nobody wrote the child’s languages, and a step found which one they understand.
    const found = of === 'languages' ? understood : undefined;
    return {
      ...{ id: `child/${of}`, fieldClass: 'identity', isOpen: true },
      text: titled(CHILD_FIELDS[of].title.fr, found ?? NOT_KNOWN),
      ...(found === undefined && { isUnknown: true }),
    };
  });
  const age = ageOn(known.birth, dayIn(file.territory.zone, now));
  return [
    ...said.filter(({ fieldClass }) => fieldClass === 'identity'),
    ...missing,
    {
      ...{ id: 'child/age', fieldClass: 'identity', text: titled('Âge', ageWords(age)), isOpen: true },
      ...(age.kind === 'unknown' ? ({ isUnknown: true } as const) : { of: 'child/birth' }),
    },
    ...said.filter(({ fieldClass }) => fieldClass !== 'identity'),
  ];
}

/** Doubt is written as doubt, and never as an adult (G01). */
function ageWords(age: Age): string {
  switch (age.kind) {
    case 'unknown':
      return `${NOT_KNOWN} ; à défaut, l’enfant est tenu·e pour mineur·e`;
    case 'exact':
      return `${String(age.years)} ans`;
    case 'between': {
      const { low, high, isEstimated } = age;
      const years = low === high ? `${String(low)} ans` : `entre ${String(low)} et ${String(high)} ans`;
      return isEstimated ? `${years}, d’après une date estimée` : years;
    }
    case 'past18':
      return `la date notée donnerait 18 ans le ${formatDate(age.on, 'fr')} ; tant qu’un doute demeure, l’enfant est tenu·e pour mineur·e`;
  }
}
