type Both = Readonly<Record<'fr' | 'en', string>>;

/** The words of one language, under the same keys. */
export const inLanguage = <T extends Readonly<Record<string, Both>>>(words: T, code: keyof Both) =>
  Object.fromEntries(Object.entries(words).map(([key, both]) => [key, both[code]])) as Record<
    keyof T,
    string
  >;

/** The same as labels, which begin with a capital. */
export const labelsIn = <T extends Readonly<Record<string, Both>>>(words: T, code: keyof Both) =>
  Object.fromEntries(
    Object.entries(inLanguage(words, code)).map(([key, text]) => [
      key,
      text.charAt(0).toUpperCase() + text.slice(1),
    ]),
  ) as Record<keyof T, string>;
