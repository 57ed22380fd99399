import {
  type CompiledFact,
  type CompiledProtocol,
  type CompiledStep,
  dependenciesOf,
} from '@repere/case-engine';
import { readEquality } from '@repere/feel';
import type { StepMark } from '../solver-types';
import { and, FALSE, implies, not, or, type Smt } from '../smt';
import type { World } from '../encode/world';

/** The constant that says whether a step has this mark, `false` where it never can, with what holds of it in every case. */
export function markOf(world: World, protocol: CompiledProtocol, step: CompiledStep, mark: StepMark): Smt {
  if (!mayHave(world, protocol, step, mark)) return FALSE;
  const { script } = world.query;
  const name = markName(protocol, step, mark);
  if (script.has(name)) return script.constant(name);
  const is = script.constant(name);
  const also = (other: StepMark): Smt => world.mark(protocol, step.index, other);
  const isOfRun = mark !== 'approved' || !step.decides?.isShared;
  if (isOfRun) script.assert(implies(is, world.started(protocol.id)));
  switch (mark) {
    case 'waits':
      script.assert(implies(is, also('pending')));
      break;
    case 'pending':
      // What needs a second person and doesn't wait for them is in effect.
      script.assert(implies(and(is, not(also('waits'))), also('in-effect')));
      break;
    case 'approved':
      if (step.decides === null) script.assert(implies(is, also('in-effect')));
      break;
    case 'in-effect':
      if (alwaysWaits(step)) script.assert(implies(is, also('approved')));
      break;
    case 'owing':
      script.assert(implies(is, also('in-effect')));
      break;
    case 'time-came':
      if (step.opensAt?.start.kind === 'step') {
        script.assert(implies(is, world.mark(protocol, step.opensAt.start.step, 'in-effect')));
      }
      break;
    case 'reopened':
    case 'to-confirm':
    case 'waived':
      break;
  }
  return is;
}

/** Which marks a step can have at all. */
function mayHave(world: World, protocol: CompiledProtocol, step: CompiledStep, mark: StepMark): boolean {
  const { definition, approval } = step;
  switch (mark) {
    case 'in-effect':
    case 'time-came':
      return true;
    case 'pending':
    case 'waits':
      return approval !== null || definition.waivable === 'with-approval';
    case 'approved':
    case 'reopened':
      return approval !== null;
    case 'waived':
      return definition.waivable !== 'never';
    case 'owing':
      return definition.kind === 'decision';
    case 'to-confirm':
      return dependenciesOf(world.encoding.set, protocol, step).stoodOn.size > 0;
  }
}

/** The name of the constant. Of a step that decides, `approved` is about the value in effect, whichever run decided it. */
export function markName(protocol: CompiledProtocol, { id, decides }: CompiledStep, mark: StepMark): string {
  return mark === 'approved' && decides ? `${decides.key}:approved` : `${protocol.id}.${id}:${mark}`;
}

function alwaysWaits({ approval, decides }: CompiledStep): boolean {
  return approval !== null && approval.effect === 'before' && approval.when === null && decides === null;
}

/** The steps, with their protocol, that alone may write the fact; `null` where others may. */
export function writersOf(
  world: World,
  fact: CompiledFact,
): readonly (readonly [CompiledProtocol, CompiledStep])[] | null {
  const { subjects } = world.encoding;
  if (fact.isShared) {
    const [owner = '', id = ''] = fact.definition.writtenBy?.split('.') ?? [];
    const protocol = subjects.get(owner);
    const step = protocol?.steps[protocol.stepIndex.get(id) ?? -1];
    return protocol && step ? [[protocol, step]] : null;
  }
  const [owner = ''] = fact.key.split('.');
  const protocol = subjects.get(owner);
  if (!protocol) return null;
  return protocol.steps
    .filter((it) => it.fields.get(fact.id) === fact || it.list === fact)
    .map((it) => [protocol, it]);
}

/** What holds of a fact of every case: who wrote it has a completion in effect, the value that protects least was agreed to. */
export function assertFact(
  world: World,
  fact: CompiledFact,
  isKnown: Smt,
  isCode: (code: string) => Smt,
): void {
  const { script } = world.query;
  const writers = writersOf(world, fact);
  if (!writers) {
    const [owner] = fact.definition.writtenBy?.split('.') ?? [];
    if (owner !== undefined && fact.isShared) script.assert(implies(isKnown, world.started(owner)));
    return;
  }
  const isFromOneRun = (protocol: CompiledProtocol): boolean =>
    !fact.isShared || protocol.document.runs === 'one';
  if (writers.every(([protocol]) => isFromOneRun(protocol))) {
    const written = writers.map(([protocol, { index }]) => world.mark(protocol, index, 'in-effect'));
    script.assert(implies(isKnown, or(...written)));
  } else {
    script.assert(implies(isKnown, or(...writers.map(([protocol]) => world.started(protocol.id)))));
  }
  const [bottom, ...others] = [...(fact.ranks?.keys() ?? [])].toReversed();
  const [first] = writers;
  if (bottom === undefined || others.length === 0 || !first) return;
  if (writers.some(([, step]) => step.decides !== fact)) return;
  script.assert(implies(isCode(bottom), world.mark(first[0], first[1].index, 'approved')));
}

/**
 * What was told of a row was told by a step that asks for it: one of them has a completion in effect. A code that waits for a
 * second person wherever it is told stands only once they agreed.
 */
export function assertField(
  world: World,
  list: CompiledFact,
  field: string,
  isKnown: Smt,
  isCode: (code: string) => Smt,
): void {
  const writers = writersOf(world, list)?.filter(([, step]) => step.rowFields.has(field));
  if (!writers || list.isShared) return;
  const { script } = world.query;
  const written = writers.map(([protocol, { index }]) => world.mark(protocol, index, 'in-effect'));
  script.assert(implies(isKnown, or(...written)));
  const [only] = writers;
  if (!only || writers.length > 1) return;
  const code = codeThatWaits(only[1], field);
  if (code !== null) script.assert(implies(isCode(code), world.mark(only[0], only[1].index, 'approved')));
}

/** Of a step about rows whose second person comes before: the code for which they are asked, if that is all they are asked for. */
function codeThatWaits({ definition, approval }: CompiledStep, field: string): string | null {
  if (definition.about === undefined || approval?.effect !== 'before') return null;
  const asked = readEquality(definition.approvedBy?.when ?? '');
  return asked?.name === field ? asked.code : null;
}
