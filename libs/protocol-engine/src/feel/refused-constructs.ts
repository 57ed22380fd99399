/** What to say of a construct of FEEL that the subset leaves out. */
export interface Refusal {
  readonly message: string;
  readonly remedy: string;
}

const NO_DATE_LITERAL: Refusal = {
  message: 'Dates are not written in conditions.',
  remedy: 'Name a date fact, or declare a moment and write reached(moment).',
};

const NO_COMMENT: Refusal = {
  message: 'A comment inside an expression can swallow what follows when YAML folds lines.',
  remedy: 'Write it as a YAML comment: # …',
};

/** Node names of `lezer-feel` that are refused, with the reason and what to write instead. */
export const REFUSED_CONSTRUCTS: Readonly<Record<string, Refusal>> = {
  IfExpression: {
    message: '"if" falls to "else" when its condition is unknown.',
    remedy: 'Write a derived value with when/is lines: an unknown line makes it unknown.',
  },
  ForExpression: {
    message: '"for" makes lists, and conditions only ask about lists.',
    remedy: 'Use some, every, count or last; give the list a derived field for what each row needs.',
  },
  null: {
    message: '"null" cannot be compared: unknown is neither equal nor different.',
    remedy: 'Ask for the answer itself: answer(fact) = "unknown", "not-asked" or "refused".',
  },
  List: {
    message: 'Lists are not written in conditions.',
    remedy: 'After "in" use round brackets: x in ("a", "b"), or a range: x in [1..3].',
  },
  Context: {
    message: 'Contexts {…} are not used in conditions.',
    remedy: 'Name each value as a derived fact.',
  },
  FilterExpression: {
    message: 'Filters […] are not used in conditions.',
    remedy: 'Use some x in list satisfies …, count(list, …) or last(list, …).field.',
  },
  FunctionDefinition: {
    message: 'Functions are not defined in conditions.',
    remedy: 'Name the value under "derived".',
  },
  InstanceOfExpression: {
    message: '"instance of" is not needed: every fact has one type.',
    remedy: 'Leave it out.',
  },
  DateTimeLiteral: NO_DATE_LITERAL,
  LineComment: NO_COMMENT,
  BlockComment: NO_COMMENT,
  NamedParameters: { message: 'Arguments have no names here.', remedy: 'Give them in order: max(a, b).' },
  SimplePositiveUnaryTest: {
    message: 'A comparison needs a value on both sides.',
    remedy: 'Write x > 3, or x in [1..3]; "equal" is one sign: =.',
  },
  '?': { message: '"?" stands for nothing here.', remedy: 'Name the fact that is compared.' },
};

const CLOCK: Refusal = {
  message: 'Conditions have no clock: the same facts must always give the same answer.',
  remedy: 'Declare a moment (from, after) and write reached(moment).',
};

/** Functions of standard FEEL that are refused with more than "unknown word". */
export const REFUSED_FUNCTIONS: Readonly<Record<string, Refusal>> = {
  now: CLOCK,
  today: CLOCK,
  'is defined': {
    message: '"is defined" would tell unknown from known.',
    remedy: 'Use answer(fact) = "unknown".',
  },
  'get or else': {
    message: '"get or else" would turn unknown into a value.',
    remedy: 'Leave it unknown, or ask for the fact.',
  },
};
