/** Words that must not be found, as they would stand in a text, a page of memory, an archive. */
export interface Finder {
  /** Those that are in these bytes: in any case, in UTF-8, UTF-16 or base64, with their accents or without. */
  in(bytes: Buffer): readonly string[];
}

/** Five letters and fewer come up by chance in tens of megabytes of ciphertext, if any case of each counts. */
const LONG = 6;

export function finderOf(words: readonly string[]): Finder {
  const forms = [...new Set(words.flatMap((word) => [word, plain(word)]))];
  const long = forms.filter((form) => form.length >= LONG);
  const short = forms.filter((form) => form.length < LONG);
  const exact = short.flatMap((form) => [form, form.toLowerCase(), form.toUpperCase(), capital(form)]);
  const patterns = [
    patternOf(
      long.flatMap((form) => [utf8(form), utf8(form.toUpperCase())]),
      'gi',
    ),
    patternOf(
      long.map((form) => utf16(form)),
      'gi',
    ),
    patternOf(exact.map(utf8), 'g'),
    patternOf(
      long.flatMap((form) => [form, form.toLowerCase(), form.toUpperCase(), capital(form)]).flatMap(base64),
      'g',
    ),
  ];
  return {
    in: (bytes) => {
      const text = bytes.toString('latin1');
      return [...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found)))];
    },
  };
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1');

/** What base64 makes of a word wherever it begins: letters that no neighbour changes. */
function base64(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const from = Math.ceil((shift * 8) / 6);
    return whole.slice(from, Math.floor(((shift + bytes.length) * 8) / 6));
  });
}

const patternOf = (parts: readonly string[], flags: string): RegExp =>
  parts.length === 0
    ? /(?!)/g
    : new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), flags);
