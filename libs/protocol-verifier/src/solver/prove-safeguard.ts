import type { SafeguardDefinition } from '@repere/protocol';
import type { CompiledProtocol } from '@repere/case-engine';
import { askSolver } from './ask-solver';
import { compareChildren } from './compare-children';
import type { Encoding, Proof, Solve } from './solver-types';
import { countClasses } from './count-classes';
import { EncodedWorld, ONLY_CHILD } from './world/encode-world';
import { Query } from './query';
import { readModel } from './read-model';
import { READING_NOTHING } from './encode/world';

/** Whether a safeguard holds in every case that the encoding allows, or of every two children that it compares. */
export async function proveSafeguard(
  encoding: Encoding,
  protocol: string,
  safeguard: string,
  solve: Solve,
): Promise<Proof> {
  const compiled = encoding.subjects.get(protocol);
  const definition = compiled?.document.safeguards.find(({ id }) => id === safeguard);
  if (!compiled || !definition) throw new RangeError(`No safeguard ${safeguard} of ${protocol}`);
  const { always, never } = definition;
  return always === undefined && never === undefined
    ? compareChildren(encoding, compiled, definition, solve)
    : proveOfEach(encoding, compiled, definition, solve);
}

/** `always` and `never`, of one child: broken only if exactly so. */
async function proveOfEach(
  encoding: Encoding,
  protocol: CompiledProtocol,
  { always, never }: SafeguardDefinition,
  solve: Solve,
): Promise<Proof> {
  const query = new Query(encoding, true);
  const world = new EncodedWorld(query, ONLY_CHILD, protocol.id);
  const condition = world.test(protocol, always ?? never, -1, READING_NOTHING);
  const broken = always === undefined ? condition.yes : condition.no;
  const { is, values } = await askSolver(query, broken, solve);
  const counted = { method: 'solver' as const, queries: 1, ...countClasses(query) };
  if (is === 'unsat') return { verdict: 'proven', ...counted };
  return is === 'sat'
    ? { verdict: 'open', ...counted, model: readModel(query, values) }
    : { verdict: 'open', ...counted, isUndecided: true };
}
