import { readNoteForm } from './note-form';
import type { VerifierKey } from './verifier-key';

/** Whether an Ed25519 signature (64 bytes) of the message is by this public key (32 bytes). */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** `name`: of the key whose line is at fault. */
export type NoteProblem =
  | { readonly code: 'malformed' | 'no-known-signature' }
  | { readonly code: 'bad-signature' | 'repeated-signature'; readonly name: string };

export type NoteResult =
  /** `signers`: the keys that signed, at least one, in the order of their lines. */
  | { readonly ok: true; readonly text: string; readonly signers: readonly VerifierKey[] }
  | { readonly ok: false; readonly problem: NoteProblem };

/**
 * The text of a note that at least one of these keys has signed. Lines by unknown keys are passed over, as C2SP signed-note has it: they
 * prove nothing, and room is left for witnesses. A known key whose line is wrong, or stands twice, makes the whole note refused.
 */
export function openNote(note: string, keys: readonly VerifierKey[], verify: VerifySignature): NoteResult {
  const form = readNoteForm(note);
  if (!form) return { ok: false, problem: { code: 'malformed' } };
  const message = new TextEncoder().encode(form.text);
  const signers: VerifierKey[] = [];
  for (const { name, id, signature } of form.signatures) {
    const key = keys.find((it) => it.name === name && it.id === id);
    if (!key) continue;
    if (signers.includes(key)) return { ok: false, problem: { code: 'repeated-signature', name } };
    if (signature.length !== 64 || !verify(key.publicKey, message, signature)) {
      return { ok: false, problem: { code: 'bad-signature', name } };
    }
    signers.push(key);
  }
  return signers.length > 0
    ? { ok: true, text: form.text, signers }
    : { ok: false, problem: { code: 'no-known-signature' } };
}
