import {
  compileProtocols,
  explore,
  type Finding,
  loadLibrary,
  runExample,
  type Solve,
} from '@repere/protocol-engine';
import { territoryOf } from '@repere/territories';
import type { Fault } from './faults';
import { plantFault } from './plant-fault';

type Files = Readonly<Record<string, string>>;

/** What the explorer finds with the fault in, of the one promise that it is about. */
export async function exploreFault(files: Files, fault: Fault, solve: Solve): Promise<readonly Finding[]> {
  const promise = fault.caught ?? fault.loses ?? '';
  const planted = plantFault(
    leave(files, (path) => !/\/(vectors|overlays)\//.test(path)),
    fault,
  );
  const { findings } = await explore(loadLibrary(planted), {
    solve,
    hash: () => '',
    protocols: [fault.protocol],
    only: [promise],
    // Most are found at once. That no history is told takes as long as is allowed: where none is expected, little is.
    limits: { states: fault.loses === undefined ? (fault.states ?? 400) : 40 },
  });
  return findings;
}

/** How many worked examples of the version part from what they expect, with the fault in. */
export function failingExamples(files: Files, fault: Fault): number {
  const version = `${fault.protocol}/${fault.version}/`;
  const planted = plantFault(
    leave(files, (path) => !/\/(examples|vectors|overlays)\//.test(path) || path.startsWith(version)),
    fault,
  );
  const { shared, documents, examples, vectors } = loadLibrary(planted);
  if (!shared) throw new Error('facts.yaml is missing');
  const set = compileProtocols(shared, documents);
  const stories = [
    ...examples.flatMap(({ example }) => example ?? []),
    ...vectors.flatMap((it) => it.examples),
  ];
  return stories.filter((story) => {
    const territory = territoryOf(String(story.territory));
    return territory && runExample(set, story, territory).length > 0;
  }).length;
}

function leave(files: Files, isLeft: (path: string) => boolean): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => isLeft(path)));
}
