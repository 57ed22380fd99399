import type { CompiledProtocol } from '@repere/case-engine';
import { findEach } from './ask-solver';
import type { Encoding, JudgedDifferently, Solve } from './solver-types';
import { EncodedWorld, ONLY_CHILD } from './world/encode-world';
import { Query } from './query';
import { readModel } from './read-model';
import { and, FALSE, type Smt } from './smt';
import { READING_NOTHING } from './encode/world';

/** A case as the version that led it reads it, and as another would. */
interface Readings {
  readonly led: EncodedWorld;
  readonly read: EncodedWorld;
  readonly before: CompiledProtocol;
  readonly after: CompiledProtocol;
}

type Difference = Omit<JudgedDifferently, 'model'> & { readonly holds: Smt };

/**
 * Cases that two versions of a protocol judge differently: led by the version of `before`, read by that of `after`. One for
 * each outcome that becomes another, and for each step that one of them applies and the other surely doesn't. If there is none,
 * no case is judged differently; one that is given may be a case that never comes about.
 */
export async function findJudgedDifferently(
  before: Encoding,
  after: Encoding,
  protocol: string,
  solve: Solve,
): Promise<readonly JudgedDifferently[]> {
  const versions = [before, after].map((it) => it.subjects.get(protocol));
  const [was, is] = versions;
  if (!was || !is) throw new RangeError(`No protocol ${protocol}`);
  const query = new Query(before, true);
  const led = new EncodedWorld(query, ONLY_CHILD, protocol);
  const lacks = (step: string): boolean => !was.stepIndex.has(step);
  const read = new EncodedWorld(query, { ...ONLY_CHILD, isReadOnly: true, lacks }, protocol, after);
  const readings: Readings = { led, read, before: was, after: is };
  const differences = [...outcomesThatChange(readings), ...stepsThatChange(readings)].filter(
    ({ holds }) => holds !== FALSE,
  );
  const cases = await findEach(
    query,
    differences.map(({ holds }) => holds),
    solve,
  );
  return differences.flatMap(({ holds: _, ...difference }, place) => {
    const values = cases[place];
    return values ? [{ ...difference, model: readModel(query, values) }] : [];
  });
}

function outcomesThatChange({ led, read, before, after }: Readings): readonly Difference[] {
  const [outcomes, others] = [led.outcome(before, READING_NOTHING), read.outcome(after, READING_NOTHING)];
  const isFull = ({ document }: CompiledProtocol, id: string): boolean =>
    document.outcomes.some((it) => it.id === id && it.protects === 'full');
  return [...outcomes.codes].flatMap(([id, was]) =>
    [...others.codes]
      .filter(([other]) => other !== id)
      .map(([other, is]): Difference => ({
        kind: 'outcome',
        id,
        before: id,
        after: other,
        isWeaker: isFull(before, id) && !isFull(after, other),
        holds: and(was, is),
      })),
  );
}

/** Only steps that both have: one that is added or removed differs in every case. */
function stepsThatChange({ led, read, before, after }: Readings): readonly Difference[] {
  return before.steps.flatMap(({ id, index, definition }) => {
    const place = after.stepIndex.get(id);
    if (place === undefined) return [];
    const [was, is] = [
      led.applies(before, index, READING_NOTHING),
      read.applies(after, place, READING_NOTHING),
    ];
    const step = { kind: 'step-applies', id } as const;
    return [
      {
        ...step,
        before: 'applies',
        after: 'not-applicable',
        isWeaker: definition.protective,
        holds: and(was.yes, is.no),
      },
      { ...step, before: 'not-applicable', after: 'applies', isWeaker: false, holds: and(was.no, is.yes) },
    ];
  });
}
