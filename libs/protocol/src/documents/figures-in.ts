/** `{low}`: the place of a figure in what a row says. */
export const FIGURE_PLACE = /\{([^{}]*)\}/g;

/** Names of the figures that a text has places for. */
export const figuresIn = (text: string): readonly string[] =>
  [...text.matchAll(FIGURE_PLACE)].map(([, name = '']) => name);
