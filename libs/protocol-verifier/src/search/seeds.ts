import type { Example } from '@repere/protocol';
import { commandOf, Scenario, scenarioTime, timeOf } from '@repere/case-engine';
import { beginning, continued, type CandidateAction, type History, stateOf } from './history';
import { WORKER } from './people';
import type { World } from './world';

const known = new WeakMap<World, readonly History[]>();

/**
 * Every moment of the worked examples of which nothing was given beforehand, told with the versions that are explored: what
 * the engine refuses is left out. Places deep in a protocol from which to look further. Computed once.
 */
export function seedsOf(world: World): readonly History[] {
  const before = known.get(world);
  if (before) return before;
  const seeds = world.examples.flatMap((example) =>
    example.given === undefined ? recordedHistories(world, example) : [],
  );
  known.set(world, seeds);
  return seeds;
}

function recordedHistories(world: World, example: Example): readonly History[] {
  const versions = Object.fromEntries(
    Object.keys(example.versions).flatMap((id) => {
      const version = world.protocols.get(id)?.version;
      return version === undefined ? [] : [[id, version] as const];
    }),
  );
  const lines = example.do ?? [];
  const first = lines.map(timeOf).find((it) => it !== undefined);
  const start = first === undefined ? '' : scenarioTime(first, world.territory.zone);
  if (typeof start === 'string') return [];
  const scenario = new Scenario(world.set, { ...example, versions }, world.territory, start.from);
  let history: History = { ...beginning(world), now: start.from };
  const seeds: History[] = [];
  const tell = (action: CandidateAction): void => {
    history = continued(history, stateOf(world, history), action)?.history ?? history;
  };
  for (const id of scenario.started) {
    const version = versions[id];
    if (version !== undefined) tell({ command: { kind: 'open-run', protocol: id, version }, actor: WORKER });
  }
  for (const line of lines) {
    const at = scenarioTime(timeOf(line) ?? '', world.territory.zone);
    if (typeof at !== 'string' && at.from > history.now) tell({ waitUntil: at.from });
    if (line.expect !== undefined || (line.refused !== undefined && line.refused !== false)) continue;
    scenario.now = history.now;
    scenario.state = stateOf(world, history);
    scenario.journal.splice(0, scenario.journal.length, ...history.journal);
    const asked = commandOf(scenario, line);
    if (typeof asked === 'string') continue;
    tell(asked);
    seeds.push(history);
  }
  return seeds;
}
