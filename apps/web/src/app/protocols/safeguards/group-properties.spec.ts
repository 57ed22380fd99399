import type { ProofFinding } from '@repere/protocol';
import { groupProperties } from './group-properties';

const finding = (more: Partial<ProofFinding>): ProofFinding => ({
  kind: 'can-happen',
  protocol: 'shelter',
  version: '1.0.0',
  id: 'look',
  title: { fr: 'Voir', en: 'Look' },
  basis: [],
  verdict: 'proven',
  method: 'search',
  covered: { facts: 1, classes: 2, states: 3, paths: 4, queries: 0 },
  ...more,
});

describe('promises that nobody wrote', () => {
  it('count what is proven, and name the rest, the worst first', () => {
    const [group] = groupProperties([
      finding({}),
      finding({ id: 'bounded', verdict: 'bounded' }),
      finding({ id: 'broken', verdict: 'broken' }),
    ]);
    expect(group).toMatchObject({ kind: 'can-happen', all: 3, proven: 1, worst: 'broken' });
    expect(group?.open.map(({ id }) => id)).toEqual(['broken', 'bounded']);
  });

  it('leave written safeguards out, and kinds that were not looked at', () => {
    expect(groupProperties([finding({ kind: 'safeguard' })])).toEqual([]);
  });
});
