export type * from './expression-types';
export type * from './periods/occurrence-types';
export type * from './value';

export { compileCases } from './compile/compile-cases';
export { compileCondition, compileExpression } from './compile/compile-expression';
export { addMonths, civilDate, type CivilDate, dayNumber, isoDay } from './dates/civil-day';
export { formatDate } from './dates/format-date';
export { formatDuration } from './dates/format-duration';
export { formatMonths } from './dates/format-months';
export { instantOf, localDay, localHour, startOfDay } from './dates/local-day';
export { monthsBegun, monthsBetween } from './dates/months';
export {
  type DateProblem,
  type DateResult,
  parseDate,
  type ParsedDate,
  spanForConditions,
} from './dates/parse-date';
export { decimalsOf, over, plus, times } from './numbers/decimal';
export { asWritten } from './numbers/number-span';
export { type Due, dueAt } from './periods/due-at';
export { later } from './periods/later';
export { momentAfter, type MomentSpan, reached } from './periods/moments';
export {
  occurrenceAt,
  type OccurrenceProblem,
  type OccurrenceResult,
  parseOccurrence,
} from './periods/occurrence';
export { type CalendarTime, parseCalendarTime, parseWithin } from './periods/parse-within';
export { BUILT_IN_WORDS } from './syntax/built-in-words';
export { dottedName } from './syntax/dotted-name';
export { briefly } from './syntax/feel-problem';
export { findNearest } from './syntax/nearest';
export { namesIn } from './syntax/names-in';
export { parseExpression } from './syntax/parse-expression';
export { walkSyntax } from './syntax/walk-syntax';
export { readEquality } from './syntax/read-equality';
export type {
  ArithmeticSyntax,
  CallSyntax,
  ComparisonOperator,
  ComparisonSyntax,
  IntervalSyntax,
  MembershipSyntax,
  NameSyntax,
  PathSyntax,
  QuantifiedSyntax,
  Syntax,
} from './syntax/syntax';
export { wordAbout } from './syntax/word-about';
export { NON_ANSWERS, text } from './value';
export { MOST_NESTED, spend, TooMuchWorkError } from './work-budget';
