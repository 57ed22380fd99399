import { styleText } from 'node:util';
import type { ChangeEffect, VersionChange, VersionDiff } from '@repere/protocol';
import type { Language } from '@repere/feel';
import type { Print } from '../command';

const HEADINGS: Readonly<Record<ChangeEffect, Readonly<Record<Language, string>>>> = {
  'protects-less': { fr: 'PROTÈGE MOINS', en: 'PROTECTS LESS' },
  'to-review': { fr: 'À REGARDER', en: 'TO BE LOOKED AT' },
  'protects-more': { fr: 'Protège plus', en: 'Protects more' },
  words: { fr: 'Sans effet sur la protection', en: 'No effect on protection' },
};
const KINDS = {
  patch: { fr: 'des textes seulement', en: 'words only' },
  minor: { fr: 'quelque chose s’ajoute ou se resserre', en: 'something is added or tightened' },
  major: { fr: 'quelque chose change ou disparaît', en: 'something is changed or removed' },
};

/** What differs, gravest first; safeguards that are lost stand out, with colour and without. */
export function printDiff(
  { protocol, from, to, kind, changes }: VersionDiff,
  lang: Language,
  print: Print,
): void {
  const none = { fr: 'aucune différence', en: 'no difference' };
  print(
    `${protocol} ${from} → ${to}: ${changes.length === 0 ? none[lang] : `${kind}, ${KINDS[kind][lang]}`}`,
  );
  for (const effect of Object.keys(HEADINGS) as ChangeEffect[]) {
    const those = changes.filter((it) => it.effect === effect);
    if (those.length === 0) continue;
    print(`\n${inColour(effect, HEADINGS[effect][lang])} (${those.length})`);
    for (const it of those) printChange(it, lang, print);
  }
}

function printChange(it: VersionChange, lang: Language, print: Print): void {
  print(`${inColour(it.effect, SIGNS[it.effect])} ${inColour(it.effect, it.text[lang])}`);
  if (it.effect === 'words') return;
  if (it.before !== undefined) print(`    - ${oneLine(it.before)}`);
  if (it.after !== undefined) print(`    + ${oneLine(it.after)}`);
}

/** What protects less is told apart without colour too. */
const SIGNS: Readonly<Record<ChangeEffect, string>> = {
  'protects-less': '!!',
  'to-review': ' ?',
  'protects-more': ' +',
  words: '  ',
};

/** In red and green on a terminal; plain where the output goes into a file. */
function inColour(effect: ChangeEffect, text: string): string {
  const colour = {
    'protects-less': 'red',
    'to-review': 'yellow',
    'protects-more': 'green',
    words: 'reset',
  } as const;
  return styleText(colour[effect], text, { stream: process.stdout });
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
