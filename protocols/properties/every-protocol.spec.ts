import { compileProtocols, viewCase } from '@repere/case-engine';
import { loadLibrary } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import fc from 'fast-check';
import { type Library, randomHistory } from '../random-history';
import { readFiles } from '../read-files';

/** How many histories of each protocol; more by hand, `RUNS=500`. */
const RUNS = Number(process.env['RUNS'] ?? 8);

function readLibrary(): Library {
  const { shared, documents } = loadLibrary(readFiles());
  const territory = territoryOf('75');
  if (!shared || !territory) throw new Error('facts.yaml or the territory is missing');
  const newest = [...new Map(documents.map((it) => [it.protocol, it])).values()];
  return { shared, documents: newest, set: compileProtocols(shared, newest), territory };
}

const LIBRARY = readLibrary();

describe('random histories of each protocol, with all that it opens', () => {
  it.each(LIBRARY.documents.map(({ protocol }) => protocol))('break no safeguard: %s', (protocol) => {
    const broken = new Set<string>();
    for (const stream of fc.sample(fc.infiniteStream(fc.nat(9_999)), { seed: 2026, numRuns: RUNS })) {
      const draw = (bound: number) => (bound <= 0 ? 0 : Number(stream.next().value) % bound);
      randomHistory(LIBRARY, { first: protocol, draw, length: 60 }, (state) => {
        for (const run of viewCase(state).runs) {
          for (const { id } of run.brokenSafeguards ?? []) broken.add(`${run.protocol}/${id}`);
        }
      });
    }
    expect([...broken]).toEqual([]);
  });
});
