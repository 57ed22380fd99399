import { isRedacted, type Words } from '@repere/cases';
import { formatDay, formatGender, formatLanguages, formatNationality } from './format-codes';
import { same } from './show-value';
import type { ChildDto } from '../opening/child.dto';
import type { ShownChildDto } from '../page/case-file.dto';

type SafeContact = NonNullable<ChildDto['safeContact']>;

/** One thing that is known of a child, in words. */
export interface ChildLine {
  readonly of: Exclude<keyof ChildDto, 'safeContact'> | keyof SafeContact;
  readonly fieldClass: 'identity' | 'contact';
  readonly title: Words;
  readonly shown: Words;
}

/** Who the child is and how they may be reached, line by line; what nobody knows, or is redacted, has none. */
export function childLines(child: ShownChildDto): readonly ChildLine[] {
  const { phones = [], safeContact = {} } = child;
  const safe = isRedacted(safeContact) ? {} : safeContact;
  const lines: readonly (readonly [
    ChildLine['fieldClass'],
    ChildLine['of'],
    fr: string,
    en: string,
    Words | undefined,
  ])[] = [
    ['identity', 'calledName', 'Appelé·e', 'Called', said(child.calledName)],
    ['identity', 'givenNames', 'Prénoms', 'Given names', said(child.givenNames)],
    ['identity', 'familyName', 'Nom', 'Family name', said(child.familyName)],
    ['identity', 'alsoKnownAs', 'Autres noms', 'Other names', listed(child.alsoKnownAs)],
    ['identity', 'birth', 'Naissance', 'Birth', formatDay(child.birth)],
    ['identity', 'gender', 'Sexe', 'Sex', formatGender(child.gender)],
    ['identity', 'nationality', 'Nationalité', 'Nationality', formatNationality(child.nationality)],
    ['identity', 'languages', 'Langues', 'Languages', formatLanguages(child.languages)],
    ['contact', 'phones', 'Téléphones', 'Phones', listed(isRedacted(phones) ? [] : phones)],
    ['contact', 'how', 'Contact sûr', 'Safe contact', said(safe.how)],
    ['contact', 'hours', 'À quelles heures', 'At what hours', said(safe.hours)],
    ['contact', 'codeWord', 'Mot convenu', 'Code word', said(safe.codeWord)],
    ['contact', 'mayBeLeft', 'Ce qu’on peut laisser', 'What may be left', said(safe.mayBeLeft)],
    ['contact', 'whoElseReads', 'Qui d’autre lit', 'Who else reads', said(safe.whoElseReads)],
  ];
  return lines.flatMap(([fieldClass, of, fr, en, shown]) =>
    shown === undefined ? [] : [{ of, fieldClass, title: { fr, en }, shown }],
  );
}

const said = (text: string | undefined): Words | undefined => (text?.trim() ? same(text) : undefined);
const listed = (texts: readonly string[] | undefined): Words | undefined => said(texts?.join(', '));
