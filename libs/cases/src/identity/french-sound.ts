/** In this order, on small letters without accents; what is settled becomes a capital. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/e?aul[dtx]s?$/, 'o'],
  // Letters at the end that nobody hears.
  [/(?<=[^aeiouy][aeiouy]+[lnr]?)[dpst]+$|(?<=u)x$|(?<=e)z$/, ''],
  [/ph/g, 'f'],
  [/sch|tch|sh|ch(?![lr])/g, 'C'],
  [/c?qu(?=[aeiouy])|c?q|c?kh?|ch/g, 'K'],
  [/th/g, 't'],
  // Fayard, Faillard, Faiard.
  [/(?<=[aeiouy])(?:ill|[iy])(?=[aeiouy])|(?<=[aeou])il$/g, 'Y'],
  [/gni?(?=[aeiouy])/g, 'N'],
  [/[gj]e(?=[aou])|dj|dg?(?=ge)|g(?=[eiy])|j/g, 'J'],
  [/gu(?=[eiy])|gh?/g, 'G'],
  [/cc(?=[eiy])|x/g, 'Ks'],
  [/t(?=i(?:a$|on))|s?c(?=[eiy])|[sz]/g, 'S'],
  [/c+/g, 'K'],
  [/h/g, ''],
  [/ou|oo|w/g, 'U'],
  [/i[ae]n$/, 'iI'],
  // Vowels through the nose: not before another vowel, nor a doubled letter.
  [/(?:[ae]?i|y|(?<!o)u)[mn](?![aeiouyUmn])/g, 'I'],
  [/[ae][mn](?![aeiouyUmn])/g, 'A'],
  [/o[mn](?![aeiouyUmn])/g, 'O'],
  [/e?au/g, 'U'],
  [/oi|oy/g, 'Ua'],
  [/a[ei]|ay|e[iy]|oe?u|eu|oe|er$/g, 'e'],
  [/y/g, 'i'],
  [/[ou]/g, 'U'],
  [/(.)\1+/gi, '$1'],
  [/(?<=..)e$/, ''],
];

/**
 * Gives how a French ear may hear a word, as a code that is only good for comparing; empty for a word without letters. In
 * the manner of FONEM (Bouchard, Brard, Lavoie, _Population_ 36-6, 1981), whose examples it keeps together, and wider: first
 * names come from everywhere, and _o_, _u_, _ou_ are heard as one.
 */
export const frenchSound = (word: string): string =>
  RULES.reduce((code, [letters, sound]) => code.replace(letters, sound), word.toLowerCase());
