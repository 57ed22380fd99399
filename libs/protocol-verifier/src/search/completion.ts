import type { Command, CompiledStep, ProtocolSet, RunFold } from '@repere/case-engine';
import { type FactValues, reasonsIn } from '@repere/protocol';
import { doerOf } from './people';

type Completion = Extract<Command, { kind: 'complete-step' }>;

/** A completion that lacks nothing: with reasons, best interests, the child's view and evidence where the step has them. */
export function completion(
  set: ProtocolSet,
  run: RunFold,
  step: CompiledStep,
  values: FactValues,
  more: Pick<Completion, 'row' | 'closes' | 'confirms'> = {},
): Completion {
  return {
    kind: 'complete-step',
    runId: run.runId,
    step: step.id,
    values,
    by: doerOf(step),
    ...wordsOf(set, run, step, values),
    ...more,
  };
}

/** The words that a decision needs, and the pieces that are joined. */
export function wordsOf(
  set: ProtocolSet,
  run: RunFold,
  step: CompiledStep,
  values: FactValues,
): Pick<Completion, 'reasons' | 'bestInterests' | 'childView' | 'note' | 'evidence'> {
  const { decides, definition } = step;
  const evidence = Object.fromEntries(definition.evidence.map((kind) => [kind, { reference: kind }]));
  const value = decides === null ? undefined : values[decides.id];
  const list = typeof value === 'string' ? definition.reasons[value] : undefined;
  const codes = Object.keys(reasonsIn(run.protocol.document, set.shared, list));
  const guarded = step.contradictions.get(list ?? '');
  // One that nothing recorded can contradict.
  const reason = codes.find((code) => !guarded?.has(code)) ?? codes[0];
  return {
    ...(Object.keys(evidence).length > 0 && { evidence }),
    ...(reason !== undefined && { reasons: [reason] }),
    ...(definition.kind === 'decision' && {
      bestInterests: '…',
      childView: { said: '…' },
      ...(decides !== null && reason === undefined && { note: '…' }),
    }),
  };
}
