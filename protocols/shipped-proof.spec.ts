import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  documentsByTerritory,
  type ExploreReport,
  loadLibrary,
  newestVersions,
  protocolHash,
} from '@repere/protocol';
import { readFiles } from './read-files';

const { report } = JSON.parse(readFileSync(join(__dirname, 'proofs.json'), 'utf8')) as {
  readonly report: ExploreReport;
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the proof that comes with the product', () => {
  it('is of the newest versions as they are', () => {
    // If this fails: `npx nx build api`, then `node dist/apps/api/explore.js protocols > protocols/proofs.json`.
    const library = loadLibrary(readFiles());
    const bases = newestVersions(library.documents);
    const overlays = library.overlays.flatMap(({ overlay }) => overlay ?? []);
    const newest = [...bases, ...[...documentsByTerritory(bases, overlays).values()].flat()];
    const proven = Object.fromEntries(report.subjects.map((it) => [`${it.protocol}@${it.version}`, it.hash]));
    expect(proven).toEqual(
      Object.fromEntries(newest.map((it) => [`${it.protocol}@${it.version}`, protocolHash(it, sha256)])),
    );
  });

  it('says of nothing that it is broken, and of what is bounded by what', () => {
    expect(report.findings.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
    const silent = report.findings.filter(({ verdict, bound }) => verdict === 'bounded' && !bound);
    expect(silent).toEqual([]);
  });
});
