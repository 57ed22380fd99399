import { type CaseState, type CompiledProtocol, readOutcome } from '@repere/case-engine';
import { parseExpression, walkSyntax } from '@repere/feel';
import { nonAnswerIn } from '@repere/protocol';
import { coneOf } from '../search/classes/cone';
import { candidateActions } from '../search/candidate-actions';
import { continued, stateOf } from '../search/history';
import { reach, reachAnyhow, reachFromExamples } from '../search/distance/reachability';
import type { Limits } from '../search/search';
import type { World } from '../search/world';
import type { Compared } from './find-two-children';
import type { Difference } from './render-two-children';

/**
 * A child whose outcome protects less, and the same child once one more thing is known that had been left open: if the
 * outcome then is another, that one answer forgotten did harm.
 */
export function* findMonotonicityBreaches(
  world: World,
  protocol: CompiledProtocol,
  limits: Limits,
): Generator<{ readonly compared: Compared; readonly difference: Difference }> {
  const less = new Set(
    protocol.outcomes.filter((it) => it.definition.protects === 'less').map((it) => it.definition.id),
  );
  for (const outcome of less) {
    const wanted = [{ text: `outcome = "${outcome}"`, is: true }];
    const once = { ...limits, runs: 1 };
    const near = reach(world, protocol, wanted, once);
    const beside = near.found ? near : reachFromExamples(world, protocol, wanted, once);
    const reached = beside.found
      ? beside
      : reachAnyhow(world, protocol, wanted, { ...once, states: limits.states * 4 });
    const { found: lessKnown } = reached;
    if (!lessKnown) continue;
    const cone = coneOf(world, [{ protocol, conditions: ['outcome = ""'] }]);
    const state = stateOf(world, lessKnown);
    const known = knownIn(state);
    let paths = reached.paths;
    for (const action of candidateActions(world, cone, state.readFold(), limits, new Set())) {
      if ('waitUntil' in action || !('values' in action.command)) continue;
      const { command } = action;
      const { values } = command;
      // A correction, or deciding once more, undoes an approval: that is no answer more.
      const step = 'step' in command ? protocol.steps[protocol.stepIndex.get(command.step) ?? -1] : undefined;
      if (command.kind === 'amend' || (step?.approval && isBegun(state, protocol, step.index))) continue;
      if (step && isAskedAbout(protocol, step.id)) continue;
      const isRow = 'row' in action.command && action.command.row !== undefined;
      const isNew = Object.keys(values).length > 0 && Object.keys(values).every((id) => !known.has(id));
      const isTold = Object.values(values).some((it) => nonAnswerIn(it) === null);
      if (isRow || !isNew || !isTold || ('closes' in action.command && action.command.closes)) continue;
      paths++;
      const after = continued(lessKnown, state, action);
      const run = after?.state.readFold().runs.find((it) => it.protocol === protocol);
      if (!after || !run) continue;
      const better = readOutcome(after.state.readFold(), run);
      if (better === outcome || better === null) continue;
      const found = { one: after.history, other: lessKnown };
      yield { compared: { ...reached, truncations: new Set(), found, paths }, difference: { outcome } };
      return;
    }
    yield { compared: { ...reached, found: null, paths }, difference: { outcome } };
  }
}

/** Facts of which something was said, by id. */
function knownIn(state: CaseState): ReadonlySet<string> {
  return new Set(state.readFold().entries.flatMap((it) => ('values' in it ? Object.keys(it.values) : [])));
}

/** Whether something of the step was entered. */
function isBegun(state: CaseState, protocol: CompiledProtocol, step: number): boolean {
  const runs = state.readFold().runs.filter((it) => it.protocol === protocol);
  return runs.some((run) => (run.last[step] ?? -1) >= 0 || run.pendingOf(step) !== null);
}

/** Words that ask whether a step was done. */
const ABOUT_DOING: ReadonlySet<string> = new Set(['done', 'approved', 'in_effect', 'state']);

/** Whether outcomes may ask if the step was done: doing it is then an event, and not only an answer more. */
function isAskedAbout({ document: { outcomes, derived } }: CompiledProtocol, step: string): boolean {
  const texts = [
    ...outcomes.flatMap(({ when }) => when ?? []),
    ...Object.values(derived).flatMap((it) =>
      typeof it === 'string' ? [it] : it.flatMap((line) => [line.when, line.is]),
    ),
  ];
  return texts.some((text) => {
    const parsed = parseExpression(text);
    if (!parsed.ok) return false;
    return [...walkSyntax(parsed.value)].some(
      (it) =>
        it.kind === 'call' &&
        ABOUT_DOING.has(it.word) &&
        it.args.some((arg) => arg.kind === 'name' && arg.name === step),
    );
  });
}
