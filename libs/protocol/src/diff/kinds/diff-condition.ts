import type { ExpressionText } from '../../documents/document';
import type { Text } from '@repere/feel';
import { describeChange, effectOf, presence } from '../change';
import { compareConditions } from '../compare/compare-conditions';
import type { ChangeEffect, VersionChange } from '../version-diff';

/** A condition of one thing in both versions. */
export interface ConditionPair {
  readonly what: VersionChange['what'];
  readonly id: string;
  readonly before: ExpressionText | undefined;
  readonly after: ExpressionText | undefined;
  /** What no condition at all comes to. */
  readonly absent: 'true' | 'false';
  /** Effect if it now holds in more situations. */
  readonly ifWeaker: ChangeEffect;
  /** The sentence without its end: "« X » s'applique". */
  readonly says: Text;
}

/** How a condition changed, in one sentence; as written beside it. */
export function diffCondition(pair: ConditionPair): readonly VersionChange[] {
  const { what, id, before, after, absent, ifWeaker, says } = pair;
  if (before === after) return [];
  const relation = compareConditions(before ?? absent, after ?? absent);
  const how = presence(before, after);
  if (relation === 'same' && how === 'changed') {
    const text = [
      `${says.fr} : condition écrite autrement, de même sens.`,
      `${says.en}: spelt otherwise, same meaning.`,
    ] as const;
    return [describeChange({ what: 'text', how, id, effect: 'words' }, ...text, { before, after })];
  }
  const { fr, en } = ENDS[relation];
  return [
    describeChange(
      { what, how, id, effect: effectOf(relation, ifWeaker) },
      `${says.fr} ${fr}.`,
      `${says.en} ${en}.`,
      {
        before,
        after,
      },
    ),
  ];
}

const ENDS = {
  same: { fr: 'sous une condition écrite autrement', en: 'under a condition that is spelt otherwise' },
  weaker: { fr: 'dans plus de situations', en: 'in more situations' },
  stronger: { fr: 'dans moins de situations', en: 'in fewer situations' },
  rewritten: {
    fr: 'sous une condition réécrite : à regarder',
    en: 'under a condition that was rewritten: to be looked at',
  },
};
