import { writeEnglish } from '../translation/write-english';
import { putWords } from '../translation/put-words';
import { changeWords } from './change-words';
import type { EditableSentence, EditedTexts } from './find-editable';
import { readOnce } from './read-once';

/**
 * Both texts with other words for a sentence in one language. English that changes is not stamped: somebody has to say that
 * it is right ({@link approveEnglish}). `before` are texts to which one may go back. `null` where it can't be written.
 */
export function changeSentence(
  texts: EditedTexts,
  { at, englishAt, state }: Pick<EditableSentence, 'at' | 'englishAt' | 'state'>,
  language: 'fr' | 'en',
  words: string,
  before?: EditedTexts,
): EditedTexts | null {
  if (language === 'fr' || state === 'inline') {
    const french = changeWords(texts.french, language === 'fr' ? at : englishAt, words, before?.french);
    return french === null ? null : { ...texts, french };
  }
  if (state !== 'missing') {
    const english = changeWords(texts.english, englishAt, words, before?.english);
    return english === null ? null : { ...texts, english };
  }
  const english = putWords(texts.english, englishAt, words);
  return english === texts.english || readOnce(english).problems.length > 0 ? null : { ...texts, english };
}

/** Both texts, the English as it stands stamped as belonging to the French. */
export function approveEnglish(
  texts: EditedTexts,
  { key, englishAt, fr, en }: Pick<EditableSentence, 'key' | 'englishAt' | 'fr' | 'en'>,
): EditedTexts {
  return { ...texts, english: writeEnglish(texts.english, { path: englishAt, key, fr }, en) };
}
