/** What was answered, or `null`: unknown, not asked, refused. */
export type Answered<T> = T | null;
export type YesNo = Answered<'yes' | 'no'>;

/** EDTF: `2007`, `2007-05`, `2007-05-12`, each with `~` when only estimated. */
export type Edtf = Answered<string>;

/** Rows that somebody entered, and whether that person said that there are no others. */
export interface Rows<Row> {
  readonly closed: boolean;
  readonly rows: readonly Row[];
}

export interface Element {
  readonly direction: Answered<'minor' | 'neutral' | 'adult'>;
  readonly independent: YesNo;
}

export interface Exam {
  readonly judicial_order: YesNo;
  readonly ordered_on: Edtf;
  readonly papers_then: Answered<'valid' | 'contested' | 'set_aside' | 'absent'>;
  readonly implausible_then: YesNo;
  readonly consent: Answered<'given' | 'declined'>;
  readonly consent_understood: YesNo;
  readonly withdrawn: YesNo;
  readonly result: Answered<'pending' | 'received' | 'none'>;
  readonly exam_on: Edtf;
  readonly qualified: YesNo;
  readonly pubertal: YesNo;
  readonly respite_health_used: YesNo;
  readonly figure: Answered<'range' | 'point' | 'both' | 'unreadable'>;
  readonly range_low: Answered<number>;
  readonly range_high: Answered<number>;
  readonly point: Answered<number>;
  readonly margin_said: Answered<'stated' | 'none_stated'>;
  readonly margin: Answered<number>;
  readonly set_aside: YesNo;
}

export interface Decision {
  readonly kind: Answered<'judicial' | 'administrative'>;
  readonly decided_on: Edtf;
  readonly says: Answered<'minor' | 'adult'>;
  readonly final: Answered<'open' | 'minor' | 'adult'>;
}

export const TRAFFICKING_SIGNS = [
  'spoken_for',
  'papers_held',
  'debt',
  'moved_about',
  'phone',
  'family_fear',
] as const;

/** Every fact that the decision on age reads, under the names that the protocol gives them. */
export interface AgeFacts {
  readonly first_presentation: Edtf;
  readonly trafficking_signs: Readonly<Record<(typeof TRAFFICKING_SIGNS)[number], YesNo>>;
  readonly doubt_needed: YesNo;
  readonly papers: Answered<'valid' | 'contested' | 'set_aside' | 'absent'>;
  readonly papers_birth: Edtf;
  readonly stated_age: Answered<number>;
  readonly contests: YesNo;
  readonly minor_papers_since: YesNo;
  readonly implausible: YesNo;
  readonly assessment: Answered<'minor' | 'inconclusive' | 'not_done' | 'adult'>;
  readonly after_respite: YesNo;
  readonly assessors: Answered<number>;
  readonly assessment_understood: YesNo;
  readonly read_back: YesNo;
  readonly assessed_on: Edtf;
  readonly elements: Rows<Element>;
  readonly exams: Rows<Exam>;
  readonly decisions: Rows<Decision>;
}

export type AgeStatus =
  'MINOR_ESTABLISHED' | 'PRESUMED_MINOR' | 'READY_FOR_HUMAN_DECISION' | 'ADULT_BY_FINAL_DECISION';

/** 0 protects most. Established and presumed open the same doors. */
export const HARM: Readonly<Record<AgeStatus, number>> = {
  MINOR_ESTABLISHED: 0,
  PRESUMED_MINOR: 0,
  READY_FOR_HUMAN_DECISION: 1,
  ADULT_BY_FINAL_DECISION: 2,
};

/** A child of whom every fact that helps an adult reading is known: papers set aside, no exam, two elements. */
export const READY_CHILD: AgeFacts = {
  first_presentation: '2025-02-10',
  trafficking_signs: {
    spoken_for: 'no',
    papers_held: 'no',
    debt: 'no',
    moved_about: 'no',
    phone: 'no',
    family_fear: 'no',
  },
  doubt_needed: 'yes',
  papers: 'set_aside',
  papers_birth: '2005-01-01',
  stated_age: 240,
  contests: 'no',
  minor_papers_since: 'no',
  implausible: 'yes',
  assessment: 'adult',
  after_respite: 'yes',
  assessors: 2,
  assessment_understood: 'yes',
  read_back: 'yes',
  assessed_on: '2025-01-20',
  elements: {
    closed: true,
    rows: [
      { direction: 'adult', independent: 'yes' },
      { direction: 'adult', independent: 'yes' },
    ],
  },
  exams: { closed: true, rows: [] },
  decisions: { closed: true, rows: [] },
};

/** An exam without a fault: 24 years with a margin of 24 months. */
export const CLEAR_EXAM: Exam = {
  judicial_order: 'yes',
  ordered_on: '2025-01-24',
  papers_then: 'set_aside',
  implausible_then: 'yes',
  consent: 'given',
  consent_understood: 'yes',
  withdrawn: 'no',
  result: 'received',
  exam_on: '2025-02-10',
  qualified: 'yes',
  pubertal: 'no',
  respite_health_used: 'no',
  figure: 'point',
  range_low: null,
  range_high: null,
  point: 288,
  margin_said: 'stated',
  margin: 24,
  set_aside: 'no',
};
