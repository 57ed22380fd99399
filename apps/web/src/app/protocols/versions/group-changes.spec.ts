import type { VersionChange } from '@repere/protocol';
import { groupChanges } from './group-changes';

const change = (more: Partial<VersionChange>): VersionChange => ({
  what: 'step',
  how: 'changed',
  id: 'look',
  effect: 'words',
  text: { fr: '', en: '' },
  ...more,
});

describe('changes of a version', () => {
  it('stand under what they mean, what protects less first', () => {
    const groups = groupChanges([
      change({ effect: 'words' }),
      change({ effect: 'protects-more' }),
      change({ what: 'deadline', how: 'longer', effect: 'protects-less' }),
      change({ what: 'safeguard', how: 'removed', effect: 'protects-less' }),
      change({ effect: 'to-review' }),
    ]);
    expect(groups.map(({ name }) => name)).toEqual(['lost', 'less', 'to-review', 'more', 'words']);
    expect(groups[0]?.changes.map(({ what }) => what)).toEqual(['safeguard']);
  });

  it('leave no empty group', () => {
    expect(groupChanges([change({})]).map(({ name }) => name)).toEqual(['words']);
    expect(groupChanges([])).toEqual([]);
  });

  it('a safeguard that is changed is not lost', () => {
    expect(groupChanges([change({ what: 'safeguard', effect: 'protects-less' })])[0]?.name).toBe('less');
  });
});
