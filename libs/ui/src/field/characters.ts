/** How many characters people would count, as the server does: by code points, so that an emoji is one. */
export const countCharacters = (text: string): number => [...text].length;

/** The text, truncated after this many characters; never in the middle of one. */
export const firstCharacters = (text: string, most: number): string =>
  text.length <= most ? text : [...text].slice(0, most).join('');
