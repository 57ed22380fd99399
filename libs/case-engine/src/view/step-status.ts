import type { StepState } from '@repere/protocol';
import type { Text } from '@repere/feel';

export const STEP_STATUSES = ['to-do', 'started', 'done', 'not-yet', 'not-applicable'] as const;
/** The five words of status that a reader meets. */
export type StepStatus = (typeof STEP_STATUSES)[number];

/** One of the five words for a state of the engine; a draft turns *to do* into *started*. */
export function stepStatus(state: StepState, hasDraft = false): StepStatus {
  switch (state) {
    case 'not-applicable':
      return 'not-applicable';
    case 'waiting':
    case 'blocked':
    case 'not-yet':
      return 'not-yet';
    case 'ready':
    case 'to-confirm':
      return hasDraft ? 'started' : 'to-do';
    case 'awaiting-approval':
    case 'done-to-approve':
      return 'started';
    case 'done':
    case 'waived':
      return 'done';
  }
}

/** The five words, on screen and on paper. */
export const STATUS_WORDS: Readonly<Record<StepStatus, Text>> = {
  'to-do': { fr: 'À faire', en: 'To do' },
  started: { fr: 'En cours', en: 'Started' },
  done: { fr: 'Fait', en: 'Done' },
  'not-yet': { fr: 'Pas encore possible', en: 'Not possible yet' },
  'not-applicable': { fr: 'Ne s’applique pas', en: 'Does not apply' },
};

/** What a word of status alone doesn't tell: of states that share it, and of a step whose child is away or that comes again. */
export const STATUS_DETAILS = {
  'awaiting-approval': { fr: 'à valider', en: 'to be approved' },
  'done-to-approve': { fr: 'en vigueur, à valider', en: 'in effect, to be approved' },
  'to-confirm': { fr: 'à confirmer', en: 'to be confirmed' },
  waived: { fr: 'écarté, avec motif', en: 'waived, with a reason' },
  suspended: { fr: 'suspendu\u00a0: l’enfant n’est pas là', en: 'suspended: the child is not there' },
  'due-again': { fr: 'à refaire', en: 'due again' },
} as const satisfies Readonly<Record<string, Text>>;
export type StatusDetail = keyof typeof STATUS_DETAILS;

/** What is said of this state beside its word; `null`: the word says all. */
export function statusDetail(state: StepState): StatusDetail | null {
  switch (state) {
    case 'awaiting-approval':
    case 'done-to-approve':
    case 'to-confirm':
    case 'waived':
      return state;
    case 'not-applicable':
    case 'waiting':
    case 'blocked':
    case 'not-yet':
    case 'ready':
    case 'done':
      return null;
  }
}

/** A state by itself: « Fait (écarté, avec motif) »; suspended, nothing is possible yet. */
export function stateWords(state: StepState, isSuspended = false): Text {
  const word = STATUS_WORDS[isSuspended ? 'not-yet' : stepStatus(state)];
  const detail = isSuspended ? 'suspended' : statusDetail(state);
  if (detail === null) return word;
  const more = STATUS_DETAILS[detail];
  return { fr: `${word.fr} (${more.fr})`, en: `${word.en} (${more.en})` };
}

/** Whether nothing of a step is there for the child: it can't be done yet, or does not apply. */
export function isAway(state: StepState): boolean {
  const status = stepStatus(state);
  return status === 'not-yet' || status === 'not-applicable';
}

/** Whether the word alone doesn't say why a step stands so: it can't be done yet, or waits for a second person, or to be confirmed. */
export const needsWhy = (state: StepState): boolean =>
  stepStatus(state) === 'not-yet' ||
  state === 'awaiting-approval' ||
  state === 'done-to-approve' ||
  state === 'to-confirm';

/** A state inside a sentence: « écarté, avec motif », « pas encore possible ». */
export function stateInSentence(state: StepState): Text {
  const detail = statusDetail(state);
  if (detail !== null) return STATUS_DETAILS[detail];
  const { fr, en } = STATUS_WORDS[stepStatus(state)];
  return { fr: lowered(fr), en: lowered(en) };
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
