import { type Reference, wordAbout } from '@repere/feel';
import type { CompiledProtocol } from '@repere/case-engine';
import { protocolNamed } from '@repere/protocol';
import { and, implies, not, type Smt } from '../smt';
import { READING_NOTHING, type World } from '../encode/world';

/** Runs open with the entry that brings them about: where an `opens` line without delay holds, its protocol has a run. */
export function assertOpened(world: World, target: string, started: Smt): void {
  for (const protocol of world.encoding.subjects.values()) {
    for (const { definition, when, unless, delay } of protocol.opens) {
      if (definition.protocol !== target || delay !== null) continue;
      const references = [...(when?.references ?? []), ...(unless?.references ?? [])];
      if (movesWithTime(world, protocol, references)) continue;
      const holds = and(
        world.started(protocol.id),
        world.test(protocol, definition.when, -1, READING_NOTHING).yes,
        definition.unless === undefined
          ? 'true'
          : not(world.test(protocol, definition.unless, -1, READING_NOTHING).yes),
      );
      world.query.script.assert(implies(holds, started));
    }
  }
}

/** Whether time alone may make it true: then its run opens only when the clock is next asked. In doubt: yes. */
function movesWithTime(
  world: World,
  protocol: CompiledProtocol,
  references: readonly Reference[],
  seen = new Set<string>(),
): boolean {
  return references.some(({ name, kind }) => {
    const key = `${protocol.id} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const asked = wordAbout(name);
    const [head = ''] = name.split('.');
    if (kind === 'moment' || asked?.word === 'state' || asked?.word === 'ended' || head === 'steps')
      return true;
    const run = asked?.word === 'run' ? asked.about : undefined;
    const of = run === undefined ? protocol : world.encoding.subjects.get(protocolNamed(run));
    if (run !== undefined || name === 'outcome') {
      if (!of || asked?.field === 'ended') return true;
      return of.outcomes.some((it) => movesWithTime(world, of, it.when?.references ?? [], seen));
    }
    const derived = protocol.derived[protocol.derivedIndex.get(head) ?? -1];
    const ofRows = [...(protocol.factOf.get(head)?.list?.derived.values() ?? [])];
    return [...(derived ? [derived] : []), ...ofRows].some((it) =>
      movesWithTime(world, protocol, it.references, seen),
    );
  });
}
