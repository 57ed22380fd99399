import { fromBase64 } from './base64';
import { isKeyName } from './verifier-key';

/** A note taken apart, nothing of it verified. C2SP signed-note. */
export interface NoteForm {
  /** What was signed, with its last line break. */
  readonly text: string;
  readonly signatures: readonly {
    /** The whole line, without line break. */
    readonly line: string;
    readonly name: string;
    readonly id: number;
    readonly signature: Uint8Array;
  }[];
}

/** Longest note that is read, in characters, and most signatures. */
const NOTE_LENGTH = 1_000_000;
const MOST_SIGNATURES = 100;

/** Whether a text can be signed: whole lines, each ended, no control character besides. */
export function isNoteText(text: string): boolean {
  return text.endsWith('\n') && !/[^\P{Cc}\n\x7f-\x9f]|\p{Cs}/u.test(text);
}

/** A note's text and signature lines; `undefined` for what is no note. */
export function readNoteForm(note: string): NoteForm | undefined {
  if (note.length > NOTE_LENGTH || !isNoteText(note)) return undefined;
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures = lines.map(readSignatureLine);
  return signatures.every((it) => it !== undefined)
    ? { text: note.slice(0, end + 1), signatures }
    : undefined;
}

function readSignatureLine(line: string): NoteForm['signatures'][number] | undefined {
  const [dash, name, encoded, ...more] = line.split(' ');
  if (dash !== '—' || name === undefined || encoded === undefined || more.length > 0) return undefined;
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return undefined;
  return { line, name, id: new DataView(bytes.buffer).getUint32(0), signature: bytes.slice(4) };
}
