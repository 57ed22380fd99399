import { isRedacted, SAFE_CONTACT_WORDS, type Words } from '@repere/cases';
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

/** How each is called, and its class. A field that the child has and this table lacks does not compile. */
export const CHILD_FIELDS: Readonly<Record<ChildLine['of'], Pick<ChildLine, 'fieldClass' | 'title'>>> = {
  calledName: { fieldClass: 'identity', title: { fr: 'Appelé·e', en: 'Called' } },
  givenNames: { fieldClass: 'identity', title: { fr: 'Prénoms', en: 'Given names' } },
  familyName: { fieldClass: 'identity', title: { fr: 'Nom', en: 'Family name' } },
  alsoKnownAs: { fieldClass: 'identity', title: { fr: 'Autres noms', en: 'Other names' } },
  birth: { fieldClass: 'identity', title: { fr: 'Naissance', en: 'Birth' } },
  gender: { fieldClass: 'identity', title: { fr: 'Sexe', en: 'Sex' } },
  nationality: { fieldClass: 'identity', title: { fr: 'Nationalité', en: 'Nationality' } },
  languages: { fieldClass: 'identity', title: { fr: 'Langues', en: 'Languages' } },
  phones: { fieldClass: 'contact', title: { fr: 'Téléphones', en: 'Phones' } },
  how: { fieldClass: 'contact', title: { fr: 'Contact sûr', en: 'Safe contact' } },
  hours: { fieldClass: 'contact', title: SAFE_CONTACT_WORDS.hours },
  codeWord: { fieldClass: 'contact', title: SAFE_CONTACT_WORDS.codeWord },
  mayBeLeft: { fieldClass: 'contact', title: SAFE_CONTACT_WORDS.mayBeLeft },
  whoElseReads: { fieldClass: 'contact', title: SAFE_CONTACT_WORDS.whoElseReads },
};

/** Who the child is and how they may be reached, line by line; what nobody knows, or is redacted, has none. */
export function childLines(child: ShownChildDto): readonly ChildLine[] {
  const { phones = [], safeContact = {} } = child;
  const safe = isRedacted(safeContact) ? {} : safeContact;
  // Somebody who asks for their data is told of each.
  const shown: Readonly<Record<ChildLine['of'], Words | undefined>> = {
    calledName: saidText(child.calledName),
    givenNames: saidText(child.givenNames),
    familyName: saidText(child.familyName),
    alsoKnownAs: listed(child.alsoKnownAs),
    birth: formatDay(child.birth),
    gender: formatGender(child.gender),
    nationality: formatNationality(child.nationality),
    languages: formatLanguages(child.languages),
    phones: listed(isRedacted(phones) ? [] : phones),
    how: saidText(safe.how),
    hours: saidText(safe.hours),
    codeWord: saidText(safe.codeWord),
    mayBeLeft: saidText(safe.mayBeLeft),
    whoElseReads: saidText(safe.whoElseReads),
  };
  return Object.entries(shown).flatMap(([name, words]) => {
    const of = name as ChildLine['of'];
    return words === undefined ? [] : [{ of, ...CHILD_FIELDS[of], shown: words }];
  });
}

const saidText = (text: string | undefined): Words | undefined => (text?.trim() ? same(text) : undefined);
const listed = (texts: readonly string[] | undefined): Words | undefined => saidText(texts?.join(', '));
