import { assign, createMachine, initialTransition, type MachineSnapshot, transition } from 'xstate';
import { may, type State, STEPS } from './by-hand';
import type { CandidateAction } from './bench-protocol';
import type { Contender } from './contender';

type ActionEvent = { readonly type: string; readonly values: Readonly<Record<string, string>> };

/** One state, one guarded event per step: the leanest machine that knows the protocol. Pure `transition`, no actor. */
const machine = createMachine({
  types: {} as { context: State; events: ActionEvent },
  context: { done: new Set<string>(), facts: {} },
  initial: 'open',
  states: {
    open: {
      on: Object.fromEntries(
        STEPS.map((step) => [
          step,
          {
            guard: ({ context }: { context: State }) => may(context, step),
            actions: assign<State, ActionEvent, undefined, ActionEvent, never>({
              done: ({ context }: { context: State }) => new Set(context.done).add(step),
              facts: ({ context, event }: { context: State; event: ActionEvent }) => ({
                ...context.facts,
                ...event.values,
              }),
            }),
          },
        ]),
      ),
    },
  },
});

type Snapshot = MachineSnapshot<State, ActionEvent, never, never, never, never, never, never>;

function playActions(actions: readonly CandidateAction[]): Snapshot {
  let [snapshot] = initialTransition(machine) as unknown as [Snapshot];
  for (const { step, values } of actions) {
    const event = { type: step, values };
    if (!snapshot.can(event)) throw new Error(step);
    [snapshot] = transition(machine, snapshot as never, event) as unknown as [Snapshot];
  }
  return snapshot;
}

export const withXstate: Contender = {
  name: 'xstate 5',
  note: 'can + transition for each deed, can for each step at the end',
  runActions(actions) {
    const snapshot = playActions(actions);
    return STEPS.filter((step) => snapshot.can({ type: step, values: {} })).length;
  },
  keepCase: (actions) => playActions(actions),
};
