import { machineNow } from '@repere/ui';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type BundleReport, checkPaced, type Stage, type VerifyOptions } from '@repere/audit';
import { toHex } from '@repere/ledger';

/** How long it works before the page may draw and hear its keys, in milliseconds. */
const TURN = 12;

/** A file that was verified, in this browser. */
export interface CheckedFile {
  readonly name: string;
  /** SHA-256 of the whole file, 64 hex digits: what a report on paper is about. */
  readonly hash: string;
  readonly report: BundleReport;
}

/**
 * Verifies a bundle here: nothing of it leaves the page. The curve is plain JavaScript (`@noble/curves`, audited), not
 * WebCrypto: that one only answers later, only from secure addresses, and has Ed25519 only in recent browsers.
 */
export async function checkBundleHere(
  file: File,
  pinned: VerifyOptions['pinned'],
  onStage: (stage: Stage) => void,
): Promise<CheckedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const work = checkPaced(bytes, {
    sha256,
    // By the letter of RFC 8032, as Node verifies.
    verifySignature: (publicKey, message, signature) =>
      ed25519.verify(signature, message, publicKey, { zip215: false }),
    pinned,
    now: machineNow(),
  });
  let until = performance.now() + TURN;
  for (;;) {
    const step = work.next();
    if (step.done) return { name: file.name, hash: toHex(sha256(bytes)), report: step.value };
    if (performance.now() < until) continue;
    onStage(step.value);
    await new Promise((draw) => setTimeout(draw));
    until = performance.now() + TURN;
  }
}
