import { writePrunedTree } from '@repere/ledger';
import type { BundleEntry } from './bundle-format';
import { faultToName } from './format-verdict';
import {
  type Files,
  entriesOf,
  jsonOf,
  withEntries,
  withFile,
  withManifestMended,
} from './testing/edit-bundle';
import { CASE_ALIAS, honestBundle } from './testing/honest-bundle';
import { SMALL, smallScenario } from './testing/small-scenario';
import { sha256 } from './testing/test-log';
import { verifySignature } from './testing/test-signer';
import { verifyBundle } from './verify-bundle';

describe('the fault that is named', () => {
  const ENTRIES = `cases/${CASE_ALIAS}/entries.jsonl`;
  const ACCESS_LOG = `cases/${CASE_ALIAS}/access-log.jsonl`;
  const TREE = 'proof/tree.bin';
  const { files, log } = honestBundle(smallScenario(), SMALL);
  const entries = entriesOf(files, ENTRIES);
  const report = (changed: Files) => verifyBundle(changed, { sha256, verifySignature });
  const named = (changed: Files) => faultToName(report(changed));
  const leafOf = (n: number): number => entries[n]?.leaf ?? -1;

  const without = (n: number): Files => withEntries(files, ENTRIES, entries.toSpliced(n, 1));
  const withTree = (changed: Files): Files => {
    const acts = [ENTRIES, ACCESS_LOG].flatMap((file) => entriesOf(changed, file));
    const leaves = [...acts, jsonOf<BundleEntry>(changed, 'proof/made.json')].map(({ leaf }) => leaf);
    return withFile(changed, TREE, writePrunedTree(log.size, leaves, log.read, sha256));
  };
  /** The last hash of the tree with one bit turned, or the first. */
  const withBrokenTree = (changed: Files, at = -1): Files => {
    const bytes = Uint8Array.from(changed.get(TREE) ?? []);
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return withFile(changed, TREE, bytes);
  };

  it('is the act that was altered, though the proof of others is broken too', () => {
    const changed = entries.map((it, n) =>
      n === 1 ? { ...it, text: it.text.replace('"outcome":"done"', '"outcome":"gone"') } : it,
    );
    const fault = named(withBrokenTree(withEntries(files, ENTRIES, changed)));
    expect(fault).toMatchObject({ check: 'inclusion', file: ENTRIES, leaf: leafOf(1) });
    expect(fault?.said.en).toMatch(/one letter was changed.*And 1 other fault/);
  });

  it('is the gap that an act left, and no act beside it, whatever was done to the tree', () => {
    for (const n of entries.keys())
      for (const forged of [without(n), withTree(without(n)), withBrokenTree(without(n), 0)])
        expect(named(withManifestMended(forged))).toMatchObject({
          check: 'streams',
        });
  });

  it('tells where in the record an act stands that was taken out', () => {
    const found = entries.flatMap(({ leaf }, n) => {
      const { checks } = report(without(n));
      const inclusion = checks.find(({ check }) => check === 'inclusion');
      const range = /leaves (\d+) to (\d+).*is not in the bundle/.exec(inclusion?.said.en ?? '');
      return range ? [Number(range[1]) <= leaf && leaf <= Number(range[2])] : [];
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(false);
  });

  it('is the proof itself when only that was changed: no act is accused', () => {
    const fault = named(withBrokenTree(files, 0));
    expect(fault).toMatchObject({ check: 'inclusion', file: TREE });
    expect(fault?.leaf).toBeUndefined();
  });

  it('is an act that claims another’s place in the record', () => {
    const moved = entries.map((it, n) => (n === 2 ? { ...it, leaf: it.leaf + 1 } : it));
    expect(named(withEntries(files, ENTRIES, moved))).toMatchObject({ check: 'inclusion' });
  });
});
