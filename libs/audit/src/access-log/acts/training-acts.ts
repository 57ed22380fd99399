import { act, type NamedAct } from './named-act';

/** Acts of training. Nothing of a real child is in them. */
export const TRAINING_ACTS = {
  'training.scenarios': act('listed', 'A vu les cas de formation', 'Saw the scenarios of training'),
  'training.scenario': act('opened', 'A ouvert un cas de formation', 'Opened a scenario of training'),
} as const satisfies Readonly<Record<string, NamedAct>>;
