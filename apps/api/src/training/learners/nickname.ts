import { foldText } from '../../platform/answers/fold-text';

/** A nickname as it is kept: composed letters, one blank between words, nothing without width in it. */
export const cleanNickname = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim();

/** Whether two of a class would be taken for one another: written alike but for case and accents. */
export const isSameNickname = (one: string, other: string): boolean =>
  foldText(cleanNickname(one)) === foldText(cleanNickname(other));
