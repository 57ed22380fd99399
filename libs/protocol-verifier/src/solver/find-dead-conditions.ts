import type { CompiledFact, CompiledProtocol } from '@repere/case-engine';
import { askEach } from './ask-solver';
import type { DeadCondition, DeadConditions, Encoding, Solve } from './solver-types';
import { EncodedWorld, ONLY_CHILD } from './world/encode-world';
import { Query } from './query';
import { and, FALSE, not, type Smt, TRUE } from './smt';
import { type TruthTerm, truth } from './encode/truth-terms';
import { READING_NOTHING } from './encode/world';

interface Asked {
  readonly place: DeadCondition['place'];
  readonly id: string;
  readonly line?: number;
  readonly source: string;
  readonly holds: TruthTerm;
}

/**
 * Conditions that no case makes exactly true, and those that every case does. Certain either way: what is asked allows more
 * than can happen. Lines are asked as they are tried, each after the ones above it were exactly false.
 */
export async function findDeadConditions(
  encoding: Encoding,
  protocol: string,
  solve: Solve,
): Promise<DeadConditions> {
  const compiled = encoding.subjects.get(protocol);
  if (!compiled) throw new RangeError(`No protocol ${protocol}`);
  // What is sent isn't in effect yet: of it nothing holds that holds of what is.
  const asked = await Promise.all(
    [true, false].map(async (isReachable) => {
      const query = new Query(encoding, isReachable, false);
      const world = new EncodedWorld(query, ONLY_CHILD, protocol);
      const conditions = isReachable ? ofStates(world, compiled) : ofWhatIsSent(world, compiled);
      const goals = conditions.flatMap(({ holds }) => [holds.yes, not(holds.yes)]);
      const answers = await askEach(query, goals, solve);
      return {
        conditions,
        found: conditions.flatMap((it, at) => verdict(it, answers[2 * at], answers[2 * at + 1])),
      };
    }),
  );
  const conditions = asked.reduce((sum, it) => sum + it.conditions.length, 0);
  return { found: asked.flatMap(({ found }) => found), asked: conditions, queries: 2 * conditions };
}

function verdict(
  condition: Asked,
  canHold: string | undefined,
  canFail: string | undefined,
): readonly DeadCondition[] {
  const { place, id, line, source } = condition;
  const dead = { place, id, ...(line !== undefined && { line }), source };
  if (canHold === 'unsat') {
    const message = {
      fr: `Jamais vrai, quoi qu'on réponde : ${source}`,
      en: `Never true, whatever is answered: ${source}`,
    };
    return [{ kind: 'never-true', ...dead, message }];
  }
  if (canFail !== 'unsat') return [];
  const message = {
    fr: `Toujours vrai, quoi qu'on réponde : ${source}`,
    en: `Always true, whatever is answered: ${source}`,
  };
  return [{ kind: 'always-true', ...dead, message }];
}

function ofStates(world: EncodedWorld, protocol: CompiledProtocol): readonly Asked[] {
  const asked: Asked[] = [];
  const add = (place: Asked['place'], id: string, source: string | undefined, step = -1): void => {
    if (source === undefined) return;
    asked.push({ place, id, source, holds: world.test(protocol, source, step, READING_NOTHING) });
  };
  for (const { id, index, definition } of protocol.steps) {
    add('when', id, definition.when, index);
    add('unless', id, definition.unless, index);
    add('ready', id, definition.ready, index);
  }
  for (const { definition } of protocol.opens) {
    add('opens', definition.id, definition.when);
    add('opens', definition.id, definition.unless);
  }
  world.outcomeLines(protocol, READING_NOTHING).forEach((holds, line) => {
    const outcome = protocol.outcomes[line]?.definition;
    if (outcome?.when === undefined) return;
    asked.push({ place: 'outcome', id: outcome.id, line, source: outcome.when, holds: truth(holds, FALSE) });
  });
  for (const [id, text] of Object.entries(protocol.document.derived)) {
    if (typeof text === 'string') continue;
    let isFalseAbove: Smt = TRUE;
    text.forEach(({ when }, line) => {
      const { yes, no } = world.test(protocol, when, -1, READING_NOTHING);
      asked.push({ place: 'derived', id, line, source: when, holds: truth(and(isFalseAbove, yes), FALSE) });
      isFalseAbove = world.query.script.name(and(isFalseAbove, no));
    });
  }
  return asked;
}

function ofWhatIsSent(world: EncodedWorld, protocol: CompiledProtocol): readonly Asked[] {
  const asked: Asked[] = [];
  for (const { id, index, definition, list } of protocol.steps) {
    const add = (place: Asked['place'], source: string | undefined, line?: number): void => {
      if (source === undefined) return;
      const holds = inRow(world, protocol, source, index, list);
      asked.push({ place, id, source, holds, ...(line !== undefined && { line }) });
    };
    add('approvedBy', definition.approvedBy?.when);
    definition.requires.forEach(({ when }, line) => add('requires', when, line));
    definition.requires.forEach(({ that }, line) => add('requires', that, line));
    definition.flags.forEach(({ when }, line) => add('flags', when, line));
  }
  for (const { id, definition } of protocol.ownFacts) {
    const source = definition.relevant;
    if (source !== undefined) {
      asked.push({ place: 'relevant', id, source, holds: world.test(protocol, source, -1, READING_NOTHING) });
    }
  }
  return asked;
}

function inRow(
  world: EncodedWorld,
  protocol: CompiledProtocol,
  source: string,
  step: number,
  list: CompiledFact | null,
): TruthTerm {
  return list === null
    ? world.test(protocol, source, step, READING_NOTHING)
    : world.testOfRow(protocol, source, step, list);
}
