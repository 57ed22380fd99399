/** Letters of scripts that are written from right to left. */
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/**
 * A name or a text as it stands within other words: one that is written from right to left is isolated, so that it doesn't
 * draw the figures and signs beside it to its side (Unicode Standard Annex 9, 2.7).
 */
export const isolated = (text: string): string =>
  FROM_RIGHT.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP_DIRECTIONAL_ISOLATE}` : text;
