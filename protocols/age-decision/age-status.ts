import type { AgeFacts, AgeStatus, Answered, Decision, Edtf, Exam } from './age-facts';

/**
 * The status that the prose of domain §3.3 gives to these facts. A second reading, written from the text and not from
 * `protocol.yaml`, slow and plain, so that the two can be compared. Nothing but the tests uses it.
 *
 * "Less protective results need each of their facts known, exactly": so the lines below ask for what is certain, and
 * whatever is not certain falls through to the presumption. Ages are compared in whole thousandths of a month.
 */
export function ageStatus(facts: AgeFacts): AgeStatus {
  const last = lastFinalDecision(facts.decisions.rows);
  const decisionsKnown = facts.decisions.closed;

  // 1 last final judicial decision: minor
  if (decisionsKnown && last === 'minor') return 'MINOR_ESTABLISHED';

  // 2 last final judicial decision: adult, and "valid minor papers since: none"
  if (decisionsKnown && last === 'adult' && facts.minor_papers_since === 'no')
    return 'ADULT_BY_FINAL_DECISION';

  const papersSay = ageByPapers(facts.papers_birth, facts.first_presentation);
  // 3 papers valid, and minor at first presentation by the latest birth date they allow; no final adult decision known
  const isAdultKnown = facts.decisions.rows.some(
    ({ kind, says, final }) => kind === 'judicial' && says === 'adult' && final === 'adult',
  );
  if (facts.papers === 'valid' && papersSay === 'minor' && !isAdultKnown) return 'MINOR_ESTABLISHED';

  // P2.1: a doubt that need not be settled stops everything else
  if (facts.doubt_needed !== 'yes') return 'PRESUMED_MINOR';

  // "no judicial decision" of lines 4 and 5: also none whose remedy is open
  const noJudicialDecision =
    decisionsKnown && facts.decisions.rows.every((decision) => decision.kind === 'administrative');
  if (!noJudicialDecision) return 'PRESUMED_MINOR';

  // One element towards minor, or of unknown direction, is a contradiction; an open list may hold one.
  const noElementTowardsMinor =
    facts.elements.closed &&
    facts.elements.rows.every((element) => element.direction === 'adult' || element.direction === 'neutral');
  if (!noElementTowardsMinor) return 'PRESUMED_MINOR';

  const exam = readExams(facts);
  const signs = Object.values(facts.trafficking_signs);

  // 4
  if (
    facts.papers === 'valid' &&
    papersSay === 'adult' &&
    facts.stated_age !== null &&
    facts.stated_age >= 18 * 12 &&
    facts.contests === 'no' &&
    signs.every((sign) => sign === 'no') &&
    (facts.assessment === 'not_done' || facts.assessment === 'adult') &&
    exam === 'not ordered'
  ) {
    return 'READY_FOR_HUMAN_DECISION';
  }

  // 5
  const elementsTowardsAdult = facts.elements.rows.filter(
    (element) => element.direction === 'adult' && element.independent === 'yes',
  ).length;
  if (
    ((facts.papers === 'absent' && facts.implausible === 'yes') || facts.papers === 'set_aside') &&
    signs.every((sign) => sign !== null) &&
    isAssessmentDone(facts) &&
    facts.assessment === 'adult' &&
    elementsTowardsAdult >= 2 &&
    (exam === 'not ordered' || exam === 'above 18')
  ) {
    return 'READY_FOR_HUMAN_DECISION';
  }

  // 6
  return 'PRESUMED_MINOR';
}

/** After respite, two trained assessors, understood language, read back: all four known. */
function isAssessmentDone(facts: AgeFacts): boolean {
  return (
    facts.assessment !== null &&
    facts.assessment !== 'not_done' &&
    facts.after_respite === 'yes' &&
    facts.assessors !== null &&
    facts.assessors >= 2 &&
    facts.assessment_understood === 'yes' &&
    facts.read_back === 'yes'
  );
}

/** `otherwise`: ordered without result, unusable, overlapping, or not all known. None of them helps an adult reading. */
function readExams(facts: AgeFacts): 'not ordered' | 'above 18' | 'otherwise' {
  const { closed, rows } = facts.exams;
  if (!closed) return 'otherwise';
  if (rows.length === 0) return 'not ordered';
  const stillRunning = rows.some((exam) => exam.result === 'pending' || exam.result === null);
  if (stillRunning || rows.some((exam) => exam.set_aside === null)) return 'otherwise';
  const counted = rows.filter((exam) => exam.set_aside === 'no');
  if (counted.length === 0) return 'otherwise';
  return counted.every((exam) => isAdmissible(exam, facts) && isAbove18(exam, facts))
    ? 'above 18'
    : 'otherwise';
}

function isAdmissible(exam: Exam, facts: AgeFacts): boolean {
  const ordered = days(exam.ordered_on);
  const assessed = days(facts.assessed_on);
  return (
    exam.judicial_order === 'yes' &&
    exam.consent === 'given' &&
    exam.consent_understood === 'yes' &&
    exam.withdrawn === 'no' &&
    (exam.papers_then === 'absent' || exam.papers_then === 'set_aside') &&
    exam.implausible_then === 'yes' &&
    isAssessmentDone(facts) &&
    ordered !== null &&
    assessed !== null &&
    assessed.last < ordered.first &&
    exam.result === 'received' &&
    exam.qualified === 'yes' &&
    exam.pubertal === 'no' &&
    exam.respite_health_used === 'no' &&
    days(exam.exam_on) !== null &&
    days(facts.first_presentation) !== null
  );
}

/** Whether the lowest age that the opinion leaves possible at first presentation is above 18: exactly 18 is not. */
function isAbove18(exam: Exam, facts: AgeFacts): boolean {
  const lows = lowestByEachFigure(exam);
  const delay = longestDelay(facts.first_presentation, exam.exam_on);
  if (lows === null || lows.length === 0 || delay === null) return false;
  return lows.every((low) => low - BigInt(delay) * MONTH > 216n * MONTH);
}

/** The lowest age by the range, by the point, or by both, before the delay; `null` if the opinion can't be read. */
function lowestByEachFigure(exam: Exam): readonly bigint[] | null {
  const stated = exam.margin_said === 'stated' && exam.margin !== null ? exact(exam.margin) : null;
  const floor = 18n * MONTH;
  const used = stated === null ? floor : stated > floor ? stated : floor;
  const isMarginKnown = stated !== null || exam.margin_said === 'none_stated';
  const lows: bigint[] = [];
  if (exam.figure === 'range' || exam.figure === 'both') {
    if (exam.range_low === null || exam.range_high === null || !isMarginKnown) return null;
    const [low, high] = [exact(exam.range_low), exact(exam.range_high)];
    if (low > high) return null;
    // Thousandths are counted twice, so that the middle of two of them is a whole number too.
    lows.push(low, (low + high) / 2n - used);
  }
  if (exam.figure === 'point' || exam.figure === 'both') {
    if (exam.point === null || stated === null) return null;
    lows.push(exact(exam.point) - used);
  }
  return lows;
}

/** Months are counted in two thousandths, in whole numbers without limit: an arithmetic that shares nothing with the engine's. */
const MONTH = 2000n;

/** A number of months, as it is written, to the thousandth. */
function exact(months: number): bigint {
  const [, whole, part = ''] = /^(\d+)(?:\.(\d{1,3}))?$/.exec(String(months)) ?? [];
  if (whole === undefined) throw new Error(`${months} is not written in thousandths of a month`);
  return 2n * (BigInt(whole) * 1000n + BigInt(part.padEnd(3, '0')));
}

/** Months from first presentation to the exam, a begun one whole: the most that imprecise dates allow. */
function longestDelay(presentation: Edtf, exam: Edtf): number | null {
  const from = days(presentation);
  const to = days(exam);
  if (from === null || to === null) return null;
  let months = 0;
  while (monthsAfter(from.first, months) < to.last) months++;
  return months;
}

/** What papers say about first presentation; `null` when it can't be told. */
function ageByPapers(birth: Edtf, presentation: Edtf): 'minor' | 'adult' | null {
  const born = days(birth);
  const seen = days(presentation);
  if (born === null || seen === null) return null;
  const latest = new Date(born.last * DAY);
  // 29 February becomes 1 March by itself.
  const majority = Date.UTC(latest.getUTCFullYear() + 18, latest.getUTCMonth(), latest.getUTCDate()) / DAY;
  if (seen.last < majority) return 'minor';
  return seen.first >= majority ? 'adult' : null;
}

/** What the last final judicial decision certainly is, of those entered; `null` when it isn't certain. */
function lastFinalDecision(decisions: readonly Decision[]): Answered<'none' | 'minor' | 'adult'> {
  const counted = decisions.filter(
    (decision) => decision.kind !== 'administrative' && decision.final !== 'open',
  );
  if (counted.length === 0) return 'none';
  const isClear = (decision: Decision) =>
    decision.kind === 'judicial' && decision.final !== null && decision.final === decision.says;
  const clear = counted.filter(isClear);
  const possiblyLast = counted.filter((one) => !clear.some((other) => isCertainlyBefore(one, other)));
  if (!possiblyLast.every(isClear)) return null;
  const [result, ...others] = new Set(possiblyLast.map((decision) => decision.says));
  return others.length === 0 ? (result ?? null) : null;
}

function isCertainlyBefore(a: Decision, b: Decision): boolean {
  const dateOfA = days(a.decided_on);
  const dateOfB = days(b.decided_on);
  return dateOfA !== null && dateOfB !== null && dateOfA.last < dateOfB.first;
}

const DAY = 86_400_000;

/** First and last day that a date allows, counted from 1970; `null` for an unknown or only estimated one. */
function days(date: Edtf): { readonly first: number; readonly last: number } | null {
  if (date === null || date.endsWith('~')) return null;
  const [year = 0, month, day] = date.split('-').map(Number);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const last =
    day !== undefined ? first : month !== undefined ? Date.UTC(year, month, 0) : Date.UTC(year, 12, 0);
  return { first: first / DAY, last: last / DAY };
}

/** The same day number so many months later, or that month's last day. */
function monthsAfter(day: number, months: number): number {
  const from = new Date(day * DAY);
  const target = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const length = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return target / DAY + Math.min(from.getUTCDate(), length) - 1;
}
