import type { Text } from '@repere/feel';
import type { OnCallKind } from '../calls/on-call-kinds';
import type { FieldClass } from '../documents/document';

/**
 * What a part of a letter is made of: who the child is, what is known of the case, what was done, what a referral asks for, what the
 * child says of that and who was told of it first, what the child said, of which somebody chooses every word, or words of the writer,
 * beside what is known of the facts that it asks for; of the next journey in the calendar, what it asks of that; what was reached, in
 * words that somebody wrote beforehand.
 */
export const LETTER_SOURCES = [
  'child',
  'facts',
  'acts',
  'request',
  'view',
  'told',
  'said',
  'journey',
  'milestones',
  'words',
] as const;
export type LetterSource = (typeof LETTER_SOURCES)[number];

/** What a part asks of a journey in the calendar of the case. */
export const JOURNEY_PARTS = [
  'when',
  'from',
  'place',
  'with-whom',
  'escort',
  'interpreter',
  'beside-child',
  'child-told',
] as const;
export type JourneyPart = (typeof JOURNEY_PARTS)[number];

/** What a part may ask of who the child is; one that asks for nothing says all of it. */
export const CHILD_PARTS = [
  'called-name',
  'given-names',
  'family-name',
  'other-names',
  'birth',
  'age',
  'gender',
  'nationality',
  'languages',
] as const;
export type ChildPart = (typeof CHILD_PARTS)[number];

/** Whether a second person signs: nobody, who may and is not waited for, or who must have before it leaves. */
export const SECOND_SIGNATURES = ['none', 'may', 'must'] as const;
export type SecondSignature = (typeof SECOND_SIGNATURES)[number];

/** On which ground a letter tells something of the child to somebody outside of the team. */
export const LETTER_GROUNDS = [
  'shared-secret',
  'authority',
  'emergency',
  'agreed',
  'referrer',
  'other',
] as const;
export type LetterGround = (typeof LETTER_GROUNDS)[number];

/** One part of a letter, with its heading on paper. */
export interface LetterPart {
  readonly id: string;
  readonly title: Text;
  readonly hint?: Text;
  readonly from: LetterSource;
  /** Classes that may be proposed; whatever else is known is left out until somebody chooses it. */
  readonly classes: readonly FieldClass[];
  /**
   * Facts that are proposed, and named as not known where nothing is recorded. Those of a protocol as `protocol.fact`, a sign as
   * `sheet.item`: what else is ticked on that sheet stays out. Of a journey, `JOURNEY_PARTS`; of the child, `CHILD_PARTS`.
   */
  readonly asks: readonly string[];
  /** Facts that are proposed where they are known, and named nowhere else: why the family was not told. */
  readonly ifKnown: readonly string[];
  /** Whether the family was told is chosen by whoever writes it, before its words are settled; these facts propose it. */
  readonly familyTold?: FamilyToldFacts;
  /** Of a part `from: milestones`, in their order. */
  readonly milestones: readonly Milestone[];
  /** Without words of its own it is no letter of its kind. */
  readonly isRequired: boolean;
  /** What stands there at first, in the letter's language. */
  readonly text: string;
}

/**
 * Something that was reached, said in the letter's language in words of its own: no title of a step, no answer of anybody. With its day,
 * unless it is what comes next.
 */
export interface Milestone {
  /** Steps, as `protocol.step`, of which one was done. */
  readonly once: readonly string[];
  /** What comes next: said as long as none of these was done. */
  readonly until: readonly string[];
  /** Said where this is known alone; its day is that of the entry that said so. */
  readonly known?: KnownAnswers;
  /** Said where this is known, and nothing else was ever recorded of it: in no run, and not before a correction. */
  readonly neverBut?: KnownAnswers;
  /** Chosen, never there by itself. */
  readonly isChosen: boolean;
  readonly text: string;
}

/** A choice, as `protocol.fact`, and which answers to it. */
export interface KnownAnswers {
  readonly fact: string;
  readonly is: readonly string[];
}

/** Facts, as `protocol.fact`, that say whether the family was told: by us, that they know without us, and why not. */
export interface FamilyToldFacts {
  readonly told: string;
  readonly knows: string;
  readonly why: string;
}

/** In which a letter is printed. */
export const LETTER_LANGUAGES = ['fr', 'en'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** A kind of letter; what pages say of it is in both languages. */
export interface LetterTemplate {
  readonly id: string;
  /** In which it is printed: French, which is what recipients read; one that is the child's own may be in another. */
  readonly language: LetterLanguage;
  readonly title: Text;
  readonly purpose: Text;
  /** Who it is for, as it stands on paper, and whom the territory has for it. */
  readonly to: { readonly title: Text; readonly onCall?: OnCallKind };
  /** `undefined`: it is the child's own, and tells nobody else anything. */
  readonly ground?: LetterGround;
  /** Whether its recipients are bound by secrecy. */
  readonly isBound: boolean;
  /** The law that it stands on, as it is printed. */
  readonly because: string;
  readonly basis: readonly string[];
  readonly signs: Text;
  readonly second: SecondSignature;
  /** What protects may be sent by who may only protect: at night, in an emergency. */
  readonly isProtective: boolean;
  /** It tells of a referral of the case, to its service alone, and is none without. */
  readonly isOfReferral: boolean;
  /** Steps, as `protocol.step`, that this letter does. */
  readonly steps: readonly string[];
  /** Steps, as `protocol.step`, at which it is one press away and whose paper it is not: what they ask for, it does not fill in. */
  readonly beside: readonly string[];
  readonly parts: readonly LetterPart[];
  /**
   * Steps, as `protocol.step`, that are said as acts by their title, whatever they ask for: somebody read that the title tells of
   * nothing closed. The same of every kind.
   */
  readonly acts: readonly string[];
}
