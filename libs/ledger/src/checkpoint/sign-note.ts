import type { Sha256 } from '../sha256';
import { toBase64 } from './base64';
import { isNoteText, readNoteForm } from './note-form';
import { keyId } from './verifier-key';

/** Signs notes under a name: a key of the log, or of a witness. */
export interface NoteSigner {
  readonly name: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Ed25519 signature of the message, 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/**
 * The signed note (C2SP signed-note): the text, an empty line, and `— name base64(id ‖ signature)`. Given a note that is signed
 * already, the same note with one line more; an earlier line of the same key is replaced. Throws a RangeError for a text that can't
 * be signed: it must end with a line break and hold no other control character.
 */
export function signNote(textOrNote: string, signer: NoteSigner, sha256: Sha256): string {
  const { text, signatures } = readNoteForm(textOrNote) ?? { text: textOrNote, signatures: [] };
  if (!isNoteText(text))
    throw new RangeError('A text that can be signed ends with a line break and has no control characters');
  const id = keyId(signer.name, signer.publicKey, sha256);
  const signature = signer.sign(new TextEncoder().encode(text));
  const bytes = new Uint8Array(4 + signature.length);
  new DataView(bytes.buffer).setUint32(0, id);
  bytes.set(signature, 4);
  const others = signatures.filter((it) => it.name !== signer.name || it.id !== id);
  const lines = [...others.map((it) => it.line), `— ${signer.name} ${toBase64(bytes)}`];
  return `${text}\n${lines.join('\n')}\n`;
}
