import { type KnownPeople, maskPeople } from '@repere/cases';
import { FACT_TYPES, type FactValues } from '@repere/protocol';
import type { JournalEntry } from '@repere/case-engine';
import { placeOfEntry } from '../journal/entry-address';
import type { LoadedCase } from '../reading/loaded-case';
import type { RedactedClasses } from './opens-words';
import type { ChildDto } from '../opening/child.dto';

export type Mask = (text: string) => string;

const AS_WRITTEN: Mask = (text) => text;
const known = new WeakMap<LoadedCase, Map<string, Mask>>();

/**
 * Masks, in words that a reader may see, the names of the case's people for whom identity is redacted; of all but the child for whom
 * people are; and numbers and addresses for whom contacts are, or the places where children hide, and for these the names of homes.
 */
export function maskOf({ whole: file }: LoadedCase, redacted: RedactedClasses): Mask {
  const seesChild = !redacted.has('identity');
  const masked = {
    names: !seesChild || redacted.has('people'),
    reach: redacted.has('contact') || redacted.has('places'),
    places: redacted.has('places'),
  };
  if (!masked.names && !masked.reach) return AS_WRITTEN;
  const masks = known.get(file) ?? new Map<string, Mask>();
  known.set(file, masks);
  const name = JSON.stringify([masked, seesChild]);
  const mask = masks.get(name) ?? maskPeople(peopleOf(file, seesChild), masked);
  masks.set(name, mask);
  return mask;
}

/** Everybody who was ever named in the whole case: what was corrected since is still in older words, and who was recorded later too. */
function peopleOf(file: LoadedCase, seesChild: boolean): KnownPeople {
  const children = [file.child, ...file.formerly];
  const ofChild = children.flatMap(namesOf);
  const names: string[] = [];
  const mentions: string[] = [];
  const places: string[] = [];
  const births = children.flatMap(({ birth }) => birth ?? []);
  for (const entry of file.journal) {
    if (entry.kind === 'step-completed') names.push(...entry.by.flatMap(({ name }) => name ?? []));
    for (const [id, said] of textsOf(file, entry)) {
      const definition = file.findFact(placeOfEntry(entry).runId, id);
      if (definition?.role === 'birth') births.push(said);
      if (!definition || !FACT_TYPES[definition.type].isOwnWords || definition.namesNobody) continue;
      if (definition.class === 'people' || (definition.class === 'identity' && !seesChild))
        mentions.push(said);
      if (definition.class === 'places') places.push(said);
      if (definition.role === 'person-name') names.push(said);
    }
  }
  return seesChild
    ? { names: names.filter(isWritten), shown: ofChild, mentions, births: [], places }
    : { names: [...ofChild, ...names].filter(isWritten), mentions, births, places };
}

const isWritten = (name: string): boolean => name !== '';

const namesOf = ({ calledName, givenNames = '', familyName = '', alsoKnownAs = [] }: ChildDto) => [
  calledName,
  givenNames,
  familyName,
  ...alsoKnownAs,
];

function textsOf(file: LoadedCase, entry: JournalEntry): readonly (readonly [string, string])[] {
  const { runId, step } = placeOfEntry(entry);
  const definition = runId !== null && step !== null ? file.findStep(runId, step) : undefined;
  const list =
    (entry.kind === 'facts-recorded' ? entry.list : undefined) ?? definition?.adds ?? definition?.about ?? '';
  const texts = (values: FactValues, prefix: string) =>
    Object.entries(values).flatMap(([id, value]) =>
      typeof value === 'string' ? [[`${prefix}${id}`, value] as const] : [],
    );
  return [
    ...('values' in entry ? texts(entry.values, '') : []),
    ...('row' in entry && entry.row ? texts(entry.row.values, `${list}.`) : []),
  ];
}
