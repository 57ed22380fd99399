import type { SharedDocument } from '../document';
import type { Path } from '../yaml-source';
import type { Text } from '../../value';
import type { Check, Finding } from './checking';

/** No guidance, title of a step or explanation uses words that blame the child (G09, S11, S62). */
export const checkWording: Check = function* ({ document, shared }) {
  for (const [index, step] of document.steps.entries()) {
    yield* checkWords(step.title, ['steps', index, 'title'], shared);
    if (step.guidance) yield* checkWords(step.guidance, ['steps', index, 'guidance'], shared);
    for (const [line, { because }] of step.requires.entries()) {
      yield* checkWords(because, ['steps', index, 'requires', line, 'because'], shared);
    }
    for (const [line, { because }] of step.flags.entries()) {
      yield* checkWords(because, ['steps', index, 'flags', line, 'because'], shared);
    }
  }
};

export function* checkWords(text: Text, at: Path, { refusedWords }: SharedDocument): Iterable<Finding> {
  for (const language of ['fr', 'en'] as const) {
    const word = refusedWords[language].find((refused) => contains(text[language], refused));
    if (word === undefined) continue;
    yield {
      code: 'refused-word',
      at,
      message: `« ${word} » isn't said of a child here (G09).`,
      remedy:
        language === 'fr' ? 'Say what was seen or said.' : 'Say what was seen or said; correct the English.',
    };
  }
}

/** Whole words, whatever their case; a code's underscores are spaces. */
function contains(text: string, refused: string): boolean {
  const escaped = refused.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'iu').test(
    text.replaceAll('_', ' '),
  );
}
