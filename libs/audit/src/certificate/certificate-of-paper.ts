import { Unzlib } from 'fflate';
import { CERTIFICATE_LENGTH } from './certificate';
import { readCertificate } from './read-certificate';

/** Largest paper that is read, in bytes: two pages with their fonts have some 100,000. */
export const PAPER_BYTES = 2_000_000;

/** Bytes of a certificate's text, whatever its letters. */
const MOST_BYTES = 4 * CERTIFICATE_LENGTH;
/** Attached files that are looked at; a certificate's paper has one. */
const MOST_FILES = 20;
/** Letters within which the description of an attached file stands. */
const DESCRIBED = 2_000;
/** Packed bytes handed over at a time: at most a thousand times as many come out before their number is looked at. */
const CHUNK = 1 << 12;

/** Whether these bytes say that they are a PDF (ISO 32000-2, 7.5.2, with what mail programs put in front). */
export const isPaper = (bytes: Uint8Array): boolean => lettersOf(bytes.subarray(0, 1024)).includes('%PDF-');

/**
 * The text of the certificate that a PDF carries as an attached file (ISO 32000-2, 7.11.4), nothing of it verified; `null`: it carries none,
 * or several that differ, or it was saved anew by a program that dropped or sealed it. No reader of PDF: it looks for streams that say to be an
 * attached file, in one pass over bounded bytes, and what such a stream holds proves itself or not. Never throws.
 */
export function certificateOfPaper(bytes: Uint8Array): string | null {
  if (bytes.length > PAPER_BYTES || !isPaper(bytes)) return null;
  const letters = lettersOf(bytes);
  const found = new Set<string>();
  let looked = 0;
  for (const { index } of letters.matchAll(/\/Type\s?\/EmbeddedFile\b/g)) {
    if (++looked > MOST_FILES) return null;
    const text = textAt(bytes, letters, index);
    if (text !== null && readCertificate(text)) found.add(text);
  }
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/** What the stream holds whose description has a word at this place. */
function textAt(bytes: Uint8Array, letters: string, at: number): string | null {
  const from = Math.max(letters.lastIndexOf(' obj', at), at - DESCRIBED);
  const start = /stream\r?\n/.exec(letters.slice(at, at + DESCRIBED));
  if (!start) return null;
  const begin = at + start.index + start[0].length;
  const described = letters.slice(from, at + start.index);
  const length = Number(/\/Length (\d{1,9})(?! \d+ R)\b/.exec(described)?.[1] ?? Number.NaN);
  if (!(length <= MOST_BYTES)) return null;
  const held = bytes.subarray(begin, begin + length);
  const content = /\/Filter\b/.test(described) ? inflateOnce(described, held) : held;
  if (!content) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return null;
  }
}

/** As it was before it was packed the one way that is read. */
function inflateOnce(described: string, packed: Uint8Array): Uint8Array | null {
  if (!/\/Filter ?\[? ?\/FlateDecode ?(\]|\/|>|\s|$)/.test(described)) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflating = new Unzlib((data) => {
    size += data.length;
    if (size > MOST_BYTES) throw new RangeError('more than any certificate');
    parts.push(data.slice());
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK)
      inflating.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch {
    return null;
  }
  const content = new Uint8Array(size);
  let filled = 0;
  for (const part of parts) {
    content.set(part, filled);
    filled += part.length;
  }
  return content;
}

/** A letter a byte, so that places are the same in both. */
function lettersOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}
