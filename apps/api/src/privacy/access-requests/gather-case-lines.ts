import type { FieldClass } from '@repere/access';
import { isRedacted, type Words } from '@repere/cases';
import { type ChildLine, childLines } from '../../cases/words/child-lines';
import { formatDay, formatFamilyRole, formatRelation, sideBySide } from '../../cases/words/format-codes';
import { same } from '../../cases/words/show-value';
import { words } from '../../platform/answers/words';
import { type GatheredLine, LineSheet } from './gathered-line';
import type { ShownChildDto, TimelineEntryDto } from '../../cases/page/case-file.dto';
import type { PersonInputDto } from '../../cases/people/person.dto';
import type { SharingDto } from '../sharing/sharing.dto';
import type { AccessLineDto } from './access-requests.dto';
import { foldText } from '../../platform/answers/fold-text';

/** What is known of a case, as the reader sees it. */
export interface ReadCase {
  /** `null`: not the reader's to see. */
  readonly child: ShownChildDto | null;
  readonly people: readonly (PersonInputDto & { readonly id: string })[];
  readonly timeline: readonly TimelineEntryDto[];
  readonly sharing: readonly SharingDto[];
  /** What other folders keep: letters, documents, words of services. */
  readonly beside: readonly GatheredLine[];
  readonly openedAt: string;
  /** Id of the list of the people around the child. */
  readonly peopleList: string | undefined;
}

const SECTIONS = {
  identity: { fr: 'Identité', en: 'Identity' },
  contact: { fr: 'Comment la joindre', en: 'How to reach them' },
  around: { fr: 'Personnes autour', en: 'People around' },
  person: { fr: 'Ce qui est inscrit sur cette personne', en: 'What is recorded of this person' },
  told: { fr: 'Ce qui a été dit à d’autres', en: 'What was told to others' },
} as const satisfies Readonly<Record<string, Words>>;

/** Classes whose values people write freely: they may name others, so that a person must read them. */
const FREE: ReadonlySet<FieldClass> = new Set(['narrative', 'opinion']);

/** Everything that concerns the child: their own data, what must be read because it may name others, and others’ data. */
export function gatherChildLines(file: ReadCase): readonly GatheredLine[] {
  const sheet = new LineSheet();
  if (file.child) addChild(sheet, file.child);
  for (const entry of file.timeline) addEntry(sheet, entry, file.peopleList);
  for (const { name, relation, familyRole, contact, note } of file.people) {
    const text = sideBySide(name, formatRelation(relation), formatFamilyRole(familyRole), contact, note);
    sheet.addLine(SECTIONS.around, words('Personne', 'Person'), text, 'others', 'people');
  }
  for (const it of file.beside)
    sheet.addLine(it.section, it.label, it.text, it.kind, it.fieldClass, it.fileId);
  for (const it of file.sharing) addSharing(sheet, it);
  return sheet.lines;
}

/**
 * What concerns somebody around the child: what is recorded of them, and texts that hold a word of their name. A machine does not
 * find who is meant without being named: whoever reviews must know that.
 */
export function gatherPersonLines(file: ReadCase, personId: string): readonly GatheredLine[] {
  const sheet = new LineSheet();
  const person = file.people.find(({ id }) => id === personId);
  if (!person) return [];
  const { person: section } = SECTIONS;
  sheet.addLine(section, words('Nom', 'Name'), person.name, 'own', 'people');
  sheet.addLine(
    section,
    words('Lien avec l’enfant', 'Relation to the child'),
    formatRelation(person.relation),
    'own',
    'situation',
  );
  sheet.addLine(
    section,
    words('Rôle retenu', 'Role that was noted'),
    formatFamilyRole(person.familyRole),
    'free-text',
    'opinion',
  );
  sheet.addLine(section, words('Comment la joindre', 'How to reach them'), person.contact, 'own', 'contact');
  sheet.addLine(section, words('Note', 'Note'), person.note, 'free-text', 'narrative');
  const called = wordsOf(person.name);
  const names = (text: Words): boolean => called.some((word) => foldText(text.fr).includes(word));
  const rest = gatherChildLines({ ...file, child: null, people: [] });
  for (const it of rest)
    if (names(it.text)) sheet.addLine(it.section, it.label, it.text, 'free-text', it.fieldClass);
  return sheet.lines;
}

function addChild(sheet: LineSheet, child: ShownChildDto): void {
  for (const { of, fieldClass, title, shown } of childLines(child))
    if (of !== 'codeWord') sheet.addLine(SECTIONS[fieldClass], title, shown, WHOSE[of], fieldClass);
}

/** Their own, written freely, or of somebody else: whoever adds a field says which. */
const WHOSE: Readonly<Record<ChildLine['of'], AccessLineDto['kind']>> = {
  calledName: 'own',
  givenNames: 'own',
  familyName: 'own',
  alsoKnownAs: 'own',
  birth: 'own',
  gender: 'own',
  nationality: 'own',
  languages: 'own',
  phones: 'own',
  codeWord: 'own',
  how: 'free-text',
  hours: 'free-text',
  mayBeLeft: 'free-text',
  whoElseReads: 'others',
};

function addEntry(sheet: LineSheet, entry: TimelineEntryDto, peopleList: string | undefined): void {
  const section = sideBySide(formatDay(entry.occurredAt.slice(0, 'YYYY-MM-DD'.length)), entry.title);
  for (const it of entry.values)
    if (!it.redacted) sheet.addLine(section, it.title, it.shown, kindOf(it, peopleList), it.fieldClass);
  for (const reason of entry.reasons)
    sheet.addLine(section, words('Motif', 'Reason'), reason, 'own', 'situation');
  const free = (fr: string, en: string, text: string | undefined): void =>
    sheet.addLine(section, words(fr, en), text, 'free-text', 'narrative');
  free('Intérêt de l’enfant', 'Best interests', entry.bestInterests);
  if (entry.childView)
    free(
      'Ce que l’enfant en dit',
      'What the child says',
      'said' in entry.childView ? entry.childView.said : entry.childView.whyNot,
    );
  free('Note', 'Note', entry.note);
  for (const { title, reference } of entry.evidence ?? [])
    sheet.addLine(section, title, reference, 'free-text', 'judicial');
  const present = entry.participants
    .map(({ role, name }) => [role, name].filter(Boolean).join(' '))
    .join(', ');
  sheet.addLine(section, words('Avec', 'With'), present, 'others', 'staff');
  sheet.addLine(section, words('Inscrit par', 'Entered by'), entry.by, 'others', 'staff');
}

function addSharing(sheet: LineSheet, { at, groundWords, content, classes }: SharingDto): void {
  const { told } = SECTIONS;
  sheet.addLine(told, formatDay(at) ?? same(at), groundWords, 'own', 'situation');
  if (!content || isRedacted(content)) return;
  const who = [content.toWhom, content.service].filter(Boolean).join(', ');
  sheet.addLine(told, words('À qui', 'To whom'), who, 'others', 'staff');
  sheet.addLine(
    told,
    words('Ce qui a été dit', 'What was told'),
    content.what,
    'free-text',
    classes[0] ?? 'narrative',
  );
}

type Recorded = TimelineEntryDto['values'][number];

const kindOf = (
  { fact, fieldClass, value, shown }: Recorded,
  peopleList: string | undefined,
): AccessLineDto['kind'] => {
  // People around the child are others, however they were written down.
  if (fieldClass === 'staff' || (peopleList !== undefined && fact.startsWith(`${peopleList}.`)))
    return 'others';
  // A row is often of somebody else: who else claims the child, who else lives there.
  const isOfRow = fact.includes('.');
  const isFree = fieldClass === undefined || FREE.has(fieldClass) || isOfRow || isWritten(value, shown);
  return isFree ? 'free-text' : 'own';
};

/** Whether somebody wrote part of it in words of their own, whatever its class: it shows as it was recorded, or has a note. */
function isWritten(value: Recorded['value'], shown: Words): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value === shown.fr;
  if (Array.isArray(value)) return value.some((it) => shown.fr.includes(it));
  if (typeof value !== 'object') return false;
  return [value, ...Object.values(value)].some((it) => typeof it === 'object' && 'note' in it);
}

/** Words of a name that are long enough to mean somebody. */
const wordsOf = (name: string): readonly string[] =>
  foldText(name)
    .split(/[^\p{L}]+/u)
    .filter((it) => it.length >= 3);
