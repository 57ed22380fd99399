import type { CaseView, DeadlineView, RunView, StepView } from '@repere/protocol-engine';
import type { NextStep } from '../contract/case-file';
import type { Words } from '../contract/problem';

interface Candidate {
  readonly run: RunView;
  readonly step: StepView;
  /** What is still to be met; `null` when nothing dates it. */
  readonly deadline: DeadlineView | null;
  readonly urgency: Urgency;
}

/** Most urgent first. */
const URGENCIES = ['late', 'at-once', 'open', 'undated', 'chase'] as const;
type Urgency = (typeof URGENCIES)[number];

/** What protects and has no date of its own is placed as if it were due in three days. */
const PROTECTS_WITHIN = 72 * 3_600_000;

/**
 * The step to go on with, with its reason; `null` when nothing is ours to do now. First what is late by law or by medicine,
 * then what is due at once (health before every form: each hour counts, and an unknown hour of exposure is now), then what
 * has a date or protects, by date and then in the protocol's order. Last, what an authority owes us and has not sent.
 * `but`: leave this step out.
 */
export function chooseNextStep(
  view: CaseView,
  but?: { readonly runId: string; readonly step: string },
): NextStep | null {
  const [first] = rankNextSteps(view).filter(({ runId, step }) => runId !== but?.runId || step !== but.step);
  return first ?? null;
}

/** Every step that may be done now and is not done, the most urgent first. */
export function rankNextSteps(view: CaseView): readonly NextStep[] {
  return view.runs
    .flatMap((run) => run.steps.flatMap((step) => candidate(view.now, run, step) ?? []))
    .map((it, place) => ({ it, place }))
    .sort((a, b) => compare(view.now, a.it, b.it) || a.place - b.place)
    .map(({ it: { run, step, deadline, urgency } }) => ({
      runId: run.runId,
      protocol: run.protocol,
      step: step.id,
      title: step.title,
      why: why(step, deadline, urgency),
      dueAt: instant(deadline?.dueAt),
      atOnce: deadline?.atOnce ?? false,
      lateFrom: instant(deadline?.lateFrom),
      origin: deadline?.origin ?? null,
    }));
}

function candidate(now: number, run: RunView, step: StepView): Candidate | undefined {
  if (step.state !== 'ready' && step.state !== 'to-confirm') return undefined;
  const deadline = step.deadline?.metAt === null ? step.deadline : null;
  const urgency = urgencyOf(now, step, deadline);
  return urgency && { run, step, deadline, urgency };
}

function urgencyOf(now: number, step: StepView, deadline: DeadlineView | null): Urgency | undefined {
  if (deadline?.owner === 'outside') return isPast(deadline.dueAt, now) ? 'chase' : undefined;
  if (deadline && isPast(deadline.lateFrom, now) && isBinding(deadline)) return 'late';
  if (deadline?.atOnce || deadline?.origin === 'MEDICAL') return 'at-once';
  return step.protective || typeof deadline?.dueAt === 'number' ? 'open' : 'undated';
}

const instant = (at: number | null | undefined): string | null =>
  typeof at === 'number' ? new Date(at).toISOString() : null;
const isPast = (at: number | null, now: number): boolean => at !== null && at <= now;
const isBinding = ({ origin }: DeadlineView): boolean => origin === 'LEGAL' || origin === 'MEDICAL';

function compare(now: number, a: Candidate, b: Candidate): number {
  return (
    URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
    (a.urgency === 'at-once' ? originRank(a) - originRank(b) : 0) ||
    dueOf(now, a) - dueOf(now, b)
  );
}

/** Among what is due at once, the child's health comes first, then the law; care that has some hours comes right after. */
const originRank = ({ deadline }: Candidate): number =>
  deadline?.atOnce ? ['MEDICAL', 'LEGAL', 'REPORT', 'TOOL'].indexOf(deadline.origin) : 4;

/** A day that nobody can name yet is after every known one; the difference of two of them is no number. */
const dueOf = (now: number, { deadline, step }: Candidate): number =>
  deadline?.dueAt ?? (step.protective ? now + PROTECTS_WITHIN : Number.MAX_SAFE_INTEGER);

function why(step: StepView, deadline: DeadlineView | null, urgency: Urgency): Words {
  if (step.state === 'to-confirm')
    return {
      fr: 'À confirmer : une réponse sur laquelle elle reposait a été corrigée.',
      en: 'To confirm: an answer that it stood on was corrected.',
    };
  const kind = deadline ? KINDS[deadline.origin] : null;
  switch (urgency) {
    case 'late':
      return { fr: `En retard : ${kind?.fr ?? ''}.`, en: `Late: ${kind?.en ?? ''}.` };
    case 'at-once':
      if (!deadline?.atOnce)
        return {
          fr: 'Échéance médicale : chaque heure compte.',
          en: 'Medical deadline: each hour counts.',
        };
      return { fr: `Sans délai : ${kind?.fr ?? ''}.`, en: `At once: ${kind?.en ?? ''}.` };
    case 'open':
      if (!kind) return { fr: 'Protège l’enfant.', en: 'Protects the child.' };
      return step.protective
        ? { fr: `Protège l’enfant ; ${kind.fr}.`, en: `Protects the child; ${kind.en}.` }
        : { fr: `${capital(kind.fr)}.`, en: `${capital(kind.en)}.` };
    case 'undated':
      return { fr: 'Possible maintenant.', en: 'Possible now.' };
    case 'chase':
      return {
        fr: 'À relancer : l’autorité n’a pas répondu.',
        en: 'To chase: the authority has not answered.',
      };
  }
}

const KINDS: Readonly<Record<DeadlineView['origin'], Words>> = {
  LEGAL: { fr: 'échéance légale', en: 'legal deadline' },
  MEDICAL: { fr: 'échéance médicale', en: 'medical deadline' },
  REPORT: { fr: 'échéance demandée par le rapport', en: 'deadline that the report asks for' },
  TOOL: { fr: 'repère de l’outil, sans force légale', en: 'a date set by the tool, not by law' },
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
