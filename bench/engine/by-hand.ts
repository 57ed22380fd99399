import type { CandidateAction } from './bench-protocol';
import type { Contender } from './contender';

/** The same rules written by hand for this one protocol: a lower bound that no engine for protocols as data reaches. */
interface State {
  readonly done: Set<string>;
  facts: Record<string, string>;
}

const CODES: Readonly<Record<string, readonly string[]>> = {
  urgent: ['yes', 'no'],
  source: ['street', 'school', 'police'],
  sign: ['seen', 'told', 'none'],
  shelter: ['accepted', 'later', 'declined'],
  danger: ['grave', 'danger', 'risk'],
  family: ['yes', 'no'],
  placement: ['home', 'hotel'],
};

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  intake: ['urgent', 'source'],
  signs: ['sign'],
  contact: ['shelter'],
  assess: ['danger'],
  family: ['family'],
  order: ['placement'],
};

const STEPS = [
  ...['intake', 'signs', 'contact', 'assess', 'report', 'family'],
  ...['tell_family', 'order', 'judge', 'lawyer', 'care', 'conference'],
];

function may({ done, facts }: State, step: string): boolean {
  const isAtRisk = facts['danger'] === 'grave' || facts['danger'] === 'danger';
  const isNew = !done.has(step);
  switch (step) {
    case 'intake':
    case 'family':
      return isNew;
    case 'signs':
    case 'contact':
      return done.has('intake');
    case 'assess':
      return done.has('signs');
    case 'report':
      return isNew && isAtRisk;
    case 'tell_family':
      return isNew && done.has('report') && facts['family'] === 'no';
    case 'order':
      return isNew && done.has('report') && isAtRisk;
    case 'judge':
      return isNew && done.has('order') && facts['placement'] === 'home';
    case 'lawyer':
      return isNew && facts['danger'] !== 'risk';
    case 'care':
      return isNew && !(facts['urgent'] === 'no' && facts['sign'] === 'none');
    case 'conference':
      return isNew && done.has('report') && done.has('lawyer');
    default:
      return false;
  }
}

function playActions(actions: readonly CandidateAction[]): State {
  const state: State = { done: new Set(), facts: {} };
  for (const { step, values } of actions) {
    if (!may(state, step)) throw new Error(step);
    const fields = FIELDS[step] ?? [];
    for (const id in values) {
      if (!fields.includes(id) || !CODES[id]?.includes(values[id] ?? '')) throw new Error(id);
    }
    state.done.add(step);
    state.facts = { ...state.facts, ...values };
  }
  return state;
}

export const byHand: Contender = {
  name: 'by hand',
  note: 'a switch for this one protocol: no versions, times, approvals, reasons',
  runActions(actions) {
    const state = playActions(actions);
    return STEPS.filter((step) => may(state, step)).length;
  },
  keepCase: (actions) => playActions(actions),
};

export { may, STEPS, type State };
