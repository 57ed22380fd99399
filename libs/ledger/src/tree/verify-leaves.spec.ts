import { nodeSha256 } from '../testing/node-sha256';
import { someData, wholeTree } from '../testing/whole-tree';
import { writePrunedTree } from './pruned-tree';
import { rootOf } from './root';
import { verifyLeaves } from './verify-leaves';

const size = 40;
const data = someData(size);
const { read } = wholeTree(data);
const root = rootOf(size, read, nodeSha256);
const indexes = [3, 20, 21, 39];
const prunedTree = writePrunedTree(size, indexes, read, nodeSha256);
const leaves = indexes.map((index) => ({ index, data: data[index] ?? new Uint8Array() }));
const another = new TextEncoder().encode('another');
const verify = (claim: Partial<Parameters<typeof verifyLeaves>[0]>) =>
  verifyLeaves({ leaves, prunedTree, size, root, ...claim }, nodeSha256);

describe('leaves of the log', () => {
  it('are what was recorded, in whatever order they are given', () => {
    expect(verify({})).toEqual({ ok: true });
    expect(verify({ leaves: leaves.toReversed() })).toEqual({ ok: true });
  });

  it.each(indexes)('are not, when leaf %i is altered: it is named', (index) => {
    const altered = leaves.map((leaf) => (leaf.index === index ? { ...leaf, data: another } : leaf));
    expect(verify({ leaves: altered })).toEqual({
      ok: false,
      problem: { code: 'other-leaf', from: index, to: index + 1 },
    });
  });

  it('are not, when two are altered: the first is named', () => {
    const altered = leaves.map((leaf) => (leaf.index > 20 ? { ...leaf, data: another } : leaf));
    expect(verify({ leaves: altered })).toMatchObject({ problem: { from: 21 } });
  });

  it('are not, when one has moved to another place', () => {
    const moved = leaves.map((leaf) => (leaf.index === 20 ? { ...leaf, index: 19 } : leaf));
    expect(verify({ leaves: moved })).toMatchObject({ ok: false });
    const swapped = leaves.map((leaf) => ({ ...leaf, index: { 20: 21, 21: 20 }[leaf.index] ?? leaf.index }));
    expect(verify({ leaves: swapped })).toMatchObject({ problem: { code: 'other-leaf', from: 21 } });
  });

  it('are not, when one is given twice, or the log has no such leaf', () => {
    expect(verify({ leaves: [...leaves, ...leaves.slice(1, 2)] })).toEqual({
      ok: false,
      problem: { code: 'repeated-leaf', from: 20, to: 21 },
    });
    expect(verify({ leaves: [...leaves, { index: 40, data: another }] })).toEqual({
      ok: false,
      problem: { code: 'no-such-leaf', from: 40, to: 41 },
    });
  });

  it('name an altered leaf before an altered tree behind it', () => {
    const spoilt = prunedTree.slice(0, -1);
    const altered = leaves.map((leaf) => (leaf.index === 3 ? { ...leaf, data: another } : leaf));
    expect(verify({ prunedTree: spoilt })).toMatchObject({ problem: { code: 'truncated', to: 40 } });
    expect(verify({ prunedTree: spoilt, leaves: altered })).toMatchObject({
      problem: { code: 'other-leaf', from: 3 },
    });
  });

  it('may be none, and then nothing is to be proven', () => {
    expect(verify({ leaves: [], prunedTree: new Uint8Array() })).toEqual({ ok: true });
    expect(verify({ leaves: [] })).toMatchObject({ problem: { code: 'unasked-leaf', from: 0, to: 40 } });
  });
});
