import type { CaseView, JournalEntry } from '@repere/case-engine';
import type { FactValue, StepState } from '@repere/protocol';

/** What must hold of a case after any act; by name, in the words of the domain. */
export type CaseProperty = (view: CaseView, journal: readonly JournalEntry[]) => boolean;

const LESS: Readonly<Record<string, string>> = {
  NO_SIGN: 'status',
  NOT_REFERRED: 'referral',
  NO_DANGER: 'danger',
};

/** Identification and protection together. Guards G01, G02, G06, G07, G08 and report items S16, S19, read off from outside. */
export const CASE_PROPERTIES: Readonly<Record<string, CaseProperty>> = {
  'suspicion, urgency or exposure opens protection': (view) =>
    !(isSuspected(view) || fact(view, 'urgent_danger_seen') === 'yes' || fact(view, 'exposure') === 'yes') ||
    runOf(view, 'protection') !== undefined,

  'a grave danger or a crime goes to the prosecutor': (view) =>
    !(fact(view, 'danger') === 'immediate_grave' || fact(view, 'crime_facts') === 'yes') ||
    ['ready', 'done', 'to-confirm'].includes(String(stateOf(view, 'report_prosecutor'))),

  'a child at risk is referred, or two people say why not': (view) =>
    !isAtRisk(view) ||
    runOf(view, 'protection') === undefined ||
    (stateOf(view, 'referral') !== 'not-applicable' &&
      (stateOf(view, 'referral') !== 'ready' || runOf(view, 'protection')?.ended === false)),

  'the family is told only once two people agreed': (view, journal) =>
    stateOf(view, 'tell_family') !== 'ready' ||
    (['some', 'no'].includes(String(fact(view, 'family_involved'))) && isAgreed('family', journal)),

  'less protection takes two people': (view, journal) =>
    view.runs.every(({ outcome }) => {
      const step = LESS[outcome?.id ?? ''];
      return step === undefined || isAgreed(step, journal);
    }),

  // But of whom a birthday was noted that is eighteen years ago: of them the protocols say so as well.
  'no hotel by our own act': (_, journal) =>
    !journal.some(
      (entry, at) =>
        !isOfAge(journal.slice(0, at + 1), entry.recordedAt) &&
        (entry.kind === 'step-completed' || entry.kind === 'entry-amended') &&
        entry.step === 'shelter' &&
        ['hotel', 'unsupervised_flat'].includes(String(entry.values['placement'])),
    ),
};

/** Whether some day of birth that was ever noted is eighteen years ago by then. */
function isOfAge(journal: readonly JournalEntry[], at: number): boolean {
  const day = new Date(at).toISOString();
  return journal.some((entry) => {
    const birth = 'values' in entry ? entry.values['birth'] : undefined;
    return typeof birth === 'string' && `${String(Number(birth.slice(0, 4)) + 18)}${birth.slice(4)}` <= day;
  });
}

function runOf({ runs }: CaseView, protocol: string) {
  return runs.find((it) => it.protocol === protocol);
}

function stateOf(view: CaseView, step: string): StepState | undefined {
  return runOf(view, 'protection')?.steps.find(({ id }) => id === step)?.state;
}

function fact({ facts }: CaseView, name: string): FactValue | undefined {
  return facts.find((it) => it.fact === name)?.value;
}

function isSuspected(view: CaseView): boolean {
  return ['confirmed', 'probable', 'possible'].includes(String(fact(view, 'victim_status')));
}

function isAtRisk(view: CaseView): boolean {
  return isSuspected(view) || ['immediate_grave', 'danger', 'risk'].includes(String(fact(view, 'danger')));
}

/** Whether some entry of the step was approved by another person than who entered it. */
function isAgreed(step: string, journal: readonly JournalEntry[]): boolean {
  return journal.some(
    (entry) =>
      entry.kind === 'entry-approved' &&
      entry.step === step &&
      journal.some((it) => it.id === entry.entryId && it.enteredBy !== entry.enteredBy),
  );
}
