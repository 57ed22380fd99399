import type { VersionChange } from '@repere/protocol';

/** What a change means for the child; what protects less stands first. */
export const CHANGE_GROUPS = ['lost', 'less', 'to-review', 'more', 'words'] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** Changes under what they mean, gravest group first, in the order given; groups without any are left out. */
export function groupChanges(
  changes: readonly VersionChange[],
): readonly { readonly name: ChangeGroup; readonly changes: readonly VersionChange[] }[] {
  return CHANGE_GROUPS.map((name) => ({
    name,
    changes: changes.filter((it) => groupOf(it) === name),
  })).filter((group) => group.changes.length > 0);
}

function groupOf({ what, how, effect }: VersionChange): ChangeGroup {
  if (what === 'safeguard' && how === 'removed') return 'lost';
  switch (effect) {
    case 'protects-less':
      return 'less';
    case 'to-review':
      return 'to-review';
    case 'protects-more':
      return 'more';
    case 'words':
      return 'words';
  }
}
