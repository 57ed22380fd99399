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
  // A field that the child has and this table lacks does not compile: whoever asks for their data would not be told of it.
  const lines: Readonly<
    Record<ChildLine['of'], Omit<ChildLine, 'of' | 'shown'> & { readonly shown: Words | undefined }>
  > = {
    calledName: {
      fieldClass: 'identity',
      title: { fr: 'Appelé·e', en: 'Called' },
      shown: said(child.calledName),
    },
    givenNames: {
      fieldClass: 'identity',
      title: { fr: 'Prénoms', en: 'Given names' },
      shown: said(child.givenNames),
    },
    familyName: {
      fieldClass: 'identity',
      title: { fr: 'Nom', en: 'Family name' },
      shown: said(child.familyName),
    },
    alsoKnownAs: {
      fieldClass: 'identity',
      title: { fr: 'Autres noms', en: 'Other names' },
      shown: listed(child.alsoKnownAs),
    },
    birth: { fieldClass: 'identity', title: { fr: 'Naissance', en: 'Birth' }, shown: formatDay(child.birth) },
    gender: { fieldClass: 'identity', title: { fr: 'Sexe', en: 'Sex' }, shown: formatGender(child.gender) },
    nationality: {
      fieldClass: 'identity',
      title: { fr: 'Nationalité', en: 'Nationality' },
      shown: formatNationality(child.nationality),
    },
    languages: {
      fieldClass: 'identity',
      title: { fr: 'Langues', en: 'Languages' },
      shown: formatLanguages(child.languages),
    },
    phones: {
      fieldClass: 'contact',
      title: { fr: 'Téléphones', en: 'Phones' },
      shown: listed(isRedacted(phones) ? [] : phones),
    },
    how: { fieldClass: 'contact', title: { fr: 'Contact sûr', en: 'Safe contact' }, shown: said(safe.how) },
    hours: {
      fieldClass: 'contact',
      title: { fr: 'À quelles heures', en: 'At what hours' },
      shown: said(safe.hours),
    },
    codeWord: {
      fieldClass: 'contact',
      title: { fr: 'Mot convenu', en: 'Code word' },
      shown: said(safe.codeWord),
    },
    mayBeLeft: {
      fieldClass: 'contact',
      title: { fr: 'Ce qu’on peut laisser', en: 'What may be left' },
      shown: said(safe.mayBeLeft),
    },
    whoElseReads: {
      fieldClass: 'contact',
      title: { fr: 'Qui d’autre lit', en: 'Who else reads' },
      shown: said(safe.whoElseReads),
    },
  };
  return Object.entries(lines).flatMap(([of, { shown, ...line }]) =>
    shown === undefined ? [] : [{ ...line, of: of as ChildLine['of'], shown }],
  );
}

const said = (text: string | undefined): Words | undefined => (text?.trim() ? same(text) : undefined);
const listed = (texts: readonly string[] | undefined): Words | undefined => said(texts?.join(', '));
