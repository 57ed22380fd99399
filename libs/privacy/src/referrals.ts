import type { FieldClass } from '@repere/access';
import type { Page, Shown, Words } from '@repere/cases';
import type { PersonName, SharingBasis } from './contract';
import type { SharingGround } from './sharing-grounds';

/** `GET /case-files/{id}/partners`: to whom a part of the case can be referred, and what each class of fields would show them now. */
export interface ReferralChoices {
  readonly partners: readonly ReferralPartner[];
  /** Only those that a referral can carry. */
  readonly classes: readonly ReferableClass[];
}

export interface ReferralPartner extends PersonName {
  /** Names of the teams of the account: where they work. */
  readonly organisations: readonly string[];
}

export interface ReferableClass {
  readonly fieldClass: FieldClass;
  readonly title: Words;
  /** What is recorded of it now, by its titles. */
  readonly now: readonly Words[];
}

/** `POST /case-files/{id}/referrals`: a part of the case is opened to a partner, and recorded as shared. */
export interface OpenReferral extends SharingBasis {
  readonly accountId: string;
  readonly classes: readonly FieldClass[];
  /** ISO 8601; 90 days ahead at most. */
  readonly until: string;
  /** What the partner is asked for; they read it. */
  readonly request: string;
  readonly ground: SharingGround;
}

/** A referral as the partner has it in their list. */
export interface ReceivedReferral {
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: Shown<string>;
  /** The team that referred the case: whom to ask. */
  readonly team: string;
  readonly zone: string;
  readonly since: string;
  readonly until: string;
  /** Titles of the classes that it carries. */
  readonly carries: readonly Words[];
}

/** `GET /referrals`: the nearest end first. */
export type ReceivedReferrals = Page<ReceivedReferral>;

/** `GET /case-files/{id}/referral`: what the referral carries of the case, and of what it carries nothing. */
export interface ReferredCase extends Omit<ReceivedReferral, 'carries'> {
  readonly request: string;
  /** Each class of fields there is, in one order. */
  readonly parts: readonly ReferredPart[];
}

export interface ReferredPart {
  readonly fieldClass: FieldClass;
  readonly title: Words;
  /** Withheld: not carried. Without a line: nothing is recorded. */
  readonly lines: Shown<readonly ReferredLine[]>;
}

export interface ReferredLine {
  readonly title: Words;
  readonly shown: Words;
  /** When it was recorded; `null`: as the case was opened, or corrected since. */
  readonly at: string | null;
}
