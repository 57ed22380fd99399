import type { Text } from '@repere/feel';
import type { ChangeEffect, VersionChange } from './version-diff';
import type { ConditionChange } from './compare/compare-conditions';

type About = Pick<VersionChange, 'what' | 'how' | 'id' | 'effect'>;

/** A change, said in one sentence of both languages. */
export function describeChange(about: About, fr: string, en: string, written: Written = {}): VersionChange {
  const { before, after } = written;
  return {
    ...about,
    text: { fr, en },
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

/** As it stands in the files. */
interface Written {
  readonly before?: string;
  readonly after?: string;
}

/** Something is there in one version only. */
export function presence(before: unknown, after: unknown): 'added' | 'removed' | 'changed' {
  return before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
}

/** Words that changed: of `whose`, the `which` ("titre", "title"). */
export function wordsChanged(
  id: string,
  whose: Text,
  which: Text,
  before: Text | string | undefined,
  after: Text | string | undefined,
): VersionChange {
  const [was, is] = [written(before), written(after)];
  const how = presence(was, is);
  return describeChange(
    { what: 'text', how, id, effect: 'words' },
    `${whose.fr} : ${which.fr}, ${HOW[how].fr}.`,
    `${whose.en}: ${which.en} ${HOW[how].en}.`,
    { before: was, after: is },
  );
}

const HOW = {
  added: { fr: 'texte ajouté', en: 'added' },
  removed: { fr: 'texte retiré', en: 'removed' },
  changed: { fr: 'texte changé', en: 'reworded' },
};

/** Both languages, French first. */
function written(words: Text | string | undefined): string | undefined {
  return typeof words === 'object' ? `${words.fr} / ${words.en}` : words;
}

/** The effect that a weaker condition has, turned round for a stronger one. A rewritten one is for a person to judge. */
export function effectOf(relation: ConditionChange, ifWeaker: ChangeEffect): ChangeEffect {
  switch (relation) {
    case 'same':
      return 'words';
    case 'weaker':
      return ifWeaker;
    case 'stronger':
      return opposite(ifWeaker);
    case 'rewritten':
      return 'to-review';
  }
}

export function opposite(effect: ChangeEffect): ChangeEffect {
  if (effect === 'protects-more') return 'protects-less';
  return effect === 'protects-less' ? 'protects-more' : effect;
}
