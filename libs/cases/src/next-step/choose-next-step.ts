import { type CaseView, type OrderedStep, orderSteps } from '@repere/case-engine';
import type { NextStep } from './next-step';
import type { Words } from '../words';

/**
 * The step to go on with, with its reason; `null` when nothing is ours to do now. The first that is possible in the one
 * order of the case; last, what an authority owes us and has not sent. `but`: leave this step out.
 */
export function chooseNextStep(
  view: CaseView,
  but?: { readonly runId: string; readonly step: string },
): NextStep | null {
  const [first] = rankNextSteps(view).filter(({ runId, step }) => runId !== but?.runId || step !== but.step);
  return first ?? null;
}

/** Every step that may be done now and is not done, or is due again, the most urgent first. */
export function rankNextSteps(view: CaseView): readonly NextStep[] {
  return orderSteps(view)
    .filter((it) => isOurs(view, it))
    .map((it) => ({
      runId: it.run.runId,
      protocol: it.run.protocol,
      step: it.step.id,
      title: it.step.title,
      band: it.band,
      why: whyNow(it),
      ...dates(it),
    }));
}

/** What an authority owes is ours to ask for once its time has passed. */
const isOurs = ({ now }: CaseView, { band, isOpen, dueAt }: OrderedStep): boolean =>
  isOpen && (band !== 'others' || (dueAt !== null && dueAt <= now));

function dates({ deadline }: OrderedStep): Pick<NextStep, 'dueAt' | 'atOnce' | 'lateFrom' | 'origin'> {
  const running = deadline?.metAt === null ? deadline : null;
  return {
    dueAt: instant(running?.dueAt),
    atOnce: running?.atOnce ?? false,
    lateFrom: instant(running?.lateFrom),
    origin: running?.origin ?? null,
  };
}

const instant = (at: number | null | undefined): string | null =>
  typeof at === 'number' ? new Date(at).toISOString() : null;

/** What presses, where the date beside it does not say it all; `null`: why it is asked of this child says more. */
function whyNow({ step, of, band, deadline }: OrderedStep): Words | null {
  if (of === 'approval') return MISSING_REQUIREMENTS;
  if (step.state === 'to-confirm') return CORRECTED;
  if (deadline?.metAt === null && deadline.closedAt !== undefined) return deadline.remains ?? CLOSED;
  if (band === 'others') return CHASE;
  return band === 'protects-now' && deadline?.origin === 'MEDICAL' && !deadline.atOnce ? EACH_HOUR : null;
}

/** Why a decision that is in effect stands among what is to be done. */
export const MISSING_REQUIREMENTS: Words = {
  fr: 'Reste à écrire : l’intérêt supérieur ou l’avis de l’enfant.',
  en: 'Still to be written: the best interests or the child’s view.',
};

const CORRECTED: Words = {
  fr: 'À confirmer : une réponse sur laquelle elle reposait a été corrigée.',
  en: 'To confirm: an answer that it stood on was corrected.',
};
const CLOSED: Words = {
  fr: 'Le délai de soin est passé. Proposez les examens et les soins qui restent utiles.',
  en: 'The window of care has closed. Offer the tests and care that are still useful.',
};
const CHASE: Words = {
  fr: 'À relancer : l’autorité n’a pas répondu.',
  en: 'To chase: the authority has not answered.',
};
const EACH_HOUR: Words = { fr: 'Chaque heure compte.', en: 'Each hour counts.' };
