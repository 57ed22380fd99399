import type { Words } from '@repere/cases';
import type { DisclosureScope } from '../gathering/disclosure-scope';
import { type CorrespondenceAct, isCorrespondence } from './correspondence-acts';
import { FIELD_WORDS as W } from './correspondence-words';
import type { RecordedAct } from './recorded-acts';
import { isCodeOf, isId, severalIn } from './codes';
import {
  bytes,
  codeOf,
  days,
  isNumber,
  type Lines,
  moments,
  numbers,
  numbersOf,
  oneLine,
  servicesAsked,
  sharedLines,
  type Shown,
  texts,
  titles,
} from './show-field';
import { askedIn, type ThingsTold } from './things-told';

type Fields = Readonly<Record<string, unknown>>;

/**
 * When a field leaves in a bundle. `code`: it is one of a closed list, a moment, a number or an id, and tells of nobody. `asked`: what a child
 * needs and who could take them, in codes. `whom`: a service, which says where the child goes. `thing`: it says of a letter or a document
 * what that is, in words of ours. `addressee`: a name, a number or a title that somebody wrote. `words`: somebody's own words at length,
 * which nobody can mask in what is proven. Where the value is not what the field may hold, it leaves in nothing but what is whole.
 */
export type FieldRule = 'code' | 'asked' | 'whom' | 'thing' | 'addressee' | 'words';

interface FieldOfAct {
  readonly opens: FieldRule;
  /** What the paper says of it: nothing where it only binds acts together. */
  readonly lines: Lines | null;
  /** Stands where it is left out; `null`: nothing does. */
  readonly label: Words | null;
  /** Whether this is what the field may hold; of what isn't, nobody knows what it tells. */
  readonly knows: Shown['knows'];
}

const RULES: Readonly<
  Record<FieldRule, (scope: DisclosureScope, things: ThingsTold, of: Fields) => boolean>
> = {
  code: () => true,
  asked: (scope) => !scope.hides('identity', 'situation', 'health') && scope.fields.size === 0,
  whom: (scope) => scope.namesServices,
  thing: (scope, things, of) => scope.fields.size === 0 && seesAll(scope, things, of),
  addressee: (scope, things, of) =>
    !scope.closesTexts && !scope.hides('narrative') && scope.fields.size === 0 && seesAll(scope, things, of),
  words: (scope) => scope.isWhole,
};

function seesAll(scope: DisclosureScope, things: ThingsTold, of: Fields): boolean {
  const classes = things.classesOf(of);
  return scope.isWhole || (classes !== null && !scope.hides(...classes));
}

const field = (opens: FieldRule, label: Words, shown: Shown): FieldOfAct => ({
  ...{ opens, label, knows: shown.knows },
  lines: oneLine(label, shown),
});
const isIds = (value: unknown): boolean => severalIn(value).every(isId);
const unsaid = (opens: FieldRule, knows: Shown['knows'] = isIds): FieldOfAct => ({
  ...{ opens, knows },
  ...{ label: null, lines: null },
});
const words = (label: Words): FieldOfAct => field('words', label, texts);
const isFields = (value: unknown): boolean => typeof value === 'object' && !Array.isArray(value);
/** Id of a kind of letter, as its file is called. */
const isTemplate = (value: unknown): boolean => typeof value === 'string' && /^[a-z0-9-]{1,60}$/.test(value);
const isAsked = (value: unknown): boolean =>
  Array.isArray(value) &&
  askedIn(value).length === value.length &&
  askedIn(value).every(({ request }) => isId(request));

/** By name, in the order in which they stand in the paper. What has another meaning in one act stands in `OWN`. */
const FIELDS = {
  title: field('addressee', W.title, titles),
  kind: field('thing', W.kind, codeOf('kind')),
  version: field('code', W.version, numbers),
  letter: field('code', W.letter, numbersOf('letter')),
  document: field('code', W.document, numbersOf('document')),
  question: field('code', W.question, numbersOf('question')),
  request: { opens: 'code', label: null, lines: servicesAsked, knows: isId },
  referral: field('code', W.referral, numbersOf('referral')),
  corrects: field('code', W.corrects, numbersOf('letter')),
  recipient: field('addressee', W.recipient, texts),
  sentAt: field('code', W.sentAt, moments),
  how: field('code', W.how, codeOf('how')),
  toWhom: field('addressee', W.toWhom, texts),
  receivedBy: field('code', W.receivedBy, codeOf('receivedBy')),
  reference: field('addressee', W.reference, texts),
  secondSignature: words(W.secondSignature),
  author: field('addressee', W.author, texts),
  seal: field('addressee', W.seal, texts),
  place: field('addressee', W.place, texts),
  on: field('code', W.on, days),
  ground: field('code', W.ground, codeOf('ground')),
  classes: field('code', W.classes, codeOf('classes')),
  added: field('code', W.added, codeOf('classes')),
  content: { opens: 'words', label: W.content, lines: sharedLines, knows: isFields },
  need: field('asked', W.need, codeOf('need')),
  wanted: field('code', W.wanted, codeOf('wanted')),
  ages: field('asked', W.ages, codeOf('ages')),
  sex: field('asked', W.sex, codeOf('sex')),
  languages: field('asked', W.languages, codeOf('languages')),
  services: field('code', W.services, numbers),
  asked: { opens: 'whom', label: W.asked, lines: servicesAsked, knows: isAsked },
  dueAt: field('code', W.dueAt, moments),
  isBeforeYes: field('code', W.isBeforeYes, codeOf('yes')),
  beforeYes: words(W.why),
  isBesideAnother: field('code', W.isBesideAnother, codeOf('yes')),
  besideAnother: words(W.why),
  linesLeftOut: field('code', W.linesLeftOut, numbers),
  until: field('code', W.until, moments),
  answer: field('code', W.answer, codeOf('answer')),
  followUp: field('code', W.followUp, codeOf('followUp')),
  outcome: field('code', W.outcome, codeOf('reason')),
  offer: field('code', W.answer, codeOf('offer')),
  reason: field('code', W.reason, codeOf('reason')),
  heldHours: field('code', W.heldHours, numbers),
  expectedAt: field('code', W.expectedAt, moments),
  words: words(W.words),
  byWhen: words(W.byWhen),
  whomToCall: words(W.whomToCall),
  isReceived: field('code', W.isReceived, codeOf('yes')),
  isNoImageOfAbuse: field('code', W.isNoImageOfAbuse, codeOf('yes')),
  sha256: field('thing', W.sha256, bytes),
  originalSha256: field('thing', W.originalSha256, bytes),
  sharing: field('code', W.sharing, numbersOf('sharing')),
  // They bind acts together, or count.
  ...{ template: unsaid('thing', isTemplate), link: unsaid('code'), prepared: unsaid('code') },
  ...{ settled: unsaid('code', isNumber), told: unsaid('code', isNumber), task: unsaid('code') },
  ...{ released: unsaid('code'), relation: unsaid('code', isCodeOf('relation')) },
  ...{ accountId: unsaid('words') },
} satisfies Readonly<Record<string, FieldOfAct>>;
type FieldName = keyof typeof FIELDS;

/** A line of the register names no other; who answers by a link names theirs by what it is about. */
const OWN: Readonly<Partial<Record<CorrespondenceAct, Readonly<Partial<Record<FieldName, FieldOfAct>>>>>> = {
  // As its kind is called.
  'letter.write': { letter: unsaid('code'), title: field('thing', W.title, titles) },
  'document.add': { document: unsaid('code') },
  'sharing.record': {
    sharing: unsaid('code'),
    corrects: field('code', W.correctsLine, numbersOf('sharing')),
  },
  'capacity.ask': { question: unsaid('code') },
  // How many were.
  'capacity.unmet': { asked: field('code', W.services, numbers) },
  'need.task-began': { kind: unsaid('code', isCodeOf('task')) },
  'need.task-late': { kind: unsaid('code', isCodeOf('task')) },
  'answer-link.over-mail': { asked: unsaid('code') },
  'answer-link.over-sent': { asked: unsaid('code') },
};

/** Names of the fields that a paper knows, in its order. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

/** `undefined`: nobody said what it is, so that it may tell anything. */
export const fieldOf = (type: CorrespondenceAct, name: string): FieldOfAct | undefined =>
  isFieldName(name) ? (OWN[type]?.[name] ?? FIELDS[name]) : undefined;

const isFieldName = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);

/** Whether this field of an act leaves in a bundle: the paper says what is opened in its entries, and nothing else. */
export function opensActField(
  { type, fields }: Pick<RecordedAct, 'type' | 'fields'>,
  name: string,
  scope: DisclosureScope,
  things: ThingsTold,
): boolean {
  if (!isCorrespondence(type) || !fields) return false;
  const known = fieldOf(type, name);
  if (known === undefined) return false;
  return (scope.isWhole || holdsKnown(known, fields[name])) && RULES[known.opens](scope, things, fields);
}

/** Whether this is a value that the field may hold: nothing at all is one. */
export const holdsKnown = ({ knows }: Pick<FieldOfAct, 'knows'>, value: unknown): boolean =>
  value === null || value === undefined || knows(value);
