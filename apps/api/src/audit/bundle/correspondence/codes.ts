import { FIELD_CLASS_CONTENTS, RELATIONS } from '@repere/access';
import { GENDER_WORDS, type Words } from '@repere/cases';
import { NEEDS } from '@repere/directory';
import { SHARING_GROUNDS, sharingGroundWords } from '@repere/privacy';
import type { NeedTaskKind } from '../../../cases/worklist/need-tasks.query';
import { UUID } from '../../../platform/uuid';
import { CODE_WORDS } from './correspondence-words';

/** How a code is shown: `''`, that it is one and says nothing by itself; `undefined`: nobody said what it is, so that it may tell anything. */
type Codes = (code: unknown) => Words | string | undefined;

const oneOf =
  (words: Readonly<Record<string, Words>>): Codes =>
  (code) =>
    typeof code === 'string' && Object.hasOwn(words, code) ? words[code] : undefined;

export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

const needs = oneOf({
  ...Object.fromEntries(Object.entries(NEEDS).map(([code, { title }]) => [code, title])),
  other: CODE_WORDS.otherNeed,
});

const TASKS: Readonly<Record<NeedTaskKind, true>> = {
  ...{ 'ask-first': true, 'ask-next': true, receive: true, 'read-message': true, 'age-gap': true },
};

/** Lists of the codes that acts commit to. A spec holds them against the lists of the domains that they come from. */
export const CODES = {
  ...{ how: oneOf(CODE_WORDS.how), receivedBy: oneOf(CODE_WORDS.receivedBy) },
  ...{ kind: oneOf(CODE_WORDS.kind), wanted: oneOf(CODE_WORDS.wanted) },
  ...{ answer: oneOf(CODE_WORDS.answer), offer: oneOf(CODE_WORDS.offer) },
  ...{ followUp: oneOf(CODE_WORDS.followUp), reason: oneOf(CODE_WORDS.reason) },
  yes: (it) => (typeof it === 'boolean' ? CODE_WORDS.yes[it ? 'true' : 'false'] : undefined),
  ground: oneOf(Object.fromEntries(SHARING_GROUNDS.map((it) => [it, sharingGroundWords(it)]))),
  classes: oneOf(FIELD_CLASS_CONTENTS),
  // Of a referral it is the id of what it goes on from.
  need: (it) => (isId(it) ? '' : needs(it)),
  sex: oneOf(GENDER_WORDS),
  ages: (it) => (Number.isInteger(it) ? String(it) : undefined),
  languages: (it) => (typeof it === 'string' && /^[a-z]{2,3}$/.test(it) ? it : undefined),
  task: (it) => (typeof it === 'string' && Object.hasOwn(TASKS, it) ? '' : undefined),
  relation: (it) => (RELATIONS.some((one) => one === it) ? '' : undefined),
} as const satisfies Readonly<Record<string, Codes>>;

/** Whether this is a code of that list, or several; nothing at all is one. */
export const isCodeOf =
  (list: keyof typeof CODES) =>
  (value: unknown): boolean =>
    severalIn(value).every((it) => CODES[list](it) !== undefined);

/** Values of a field that may have several, without those that are nothing. */
export const severalIn = (value: unknown): readonly unknown[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(
    (it) => it !== null && it !== undefined,
  );
