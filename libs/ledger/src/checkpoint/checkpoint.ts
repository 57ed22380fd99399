import { HASH_BYTES } from '../sha256';
import { fromBase64, toBase64 } from './base64';

/** What a log says of itself at one moment. C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** Which log, and since a restore which epoch of it: one line, never empty. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** Root over them, 32 bytes. */
  readonly root: Uint8Array;
}

/** `extended`: further lines, which nothing here understands. */
export interface CheckpointProblem {
  readonly code: 'not-three-lines' | 'bad-origin' | 'bad-size' | 'bad-root' | 'extended';
}

export type CheckpointResult =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly problem: CheckpointProblem };

/** The text that is signed: `origin\nsize\nroot in base64\n`. Throws a RangeError for what is no checkpoint. */
export function checkpointText(checkpoint: Checkpoint): string {
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
  const read = readCheckpoint(text);
  if (!read.ok) throw new RangeError(`No checkpoint: ${read.problem.code}`);
  return text;
}

/** The checkpoint that a text holds, only if it is exactly as `checkpointText` writes it. */
export function readCheckpoint(text: string): CheckpointResult {
  const lines = text.split('\n');
  const [origin, size, root, end] = lines;
  if (origin === undefined || size === undefined || root === undefined || end === undefined) {
    return refused('not-three-lines');
  }
  if (lines.length > 4) return refused('extended');
  if (end !== '') return refused('not-three-lines');
  if (!/^[^\p{Cc}\p{Cs}]+$/u.test(origin)) return refused('bad-origin');
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)))
    return refused('bad-size');
  const hash = fromBase64(root);
  if (hash?.length !== HASH_BYTES) return refused('bad-root');
  return { ok: true, checkpoint: { origin, size: Number(size), root: hash } };
}

function refused(code: CheckpointProblem['code']): CheckpointResult {
  return { ok: false, problem: { code } };
}
