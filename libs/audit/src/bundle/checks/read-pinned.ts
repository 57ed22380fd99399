import { type CheckpointResult, readCheckpoint, readVerifierKey, type Sha256 } from '@repere/ledger';
import type { BundleCheck } from '../bundle-format';
import { bothLanguages } from './found';

/** What the auditor holds from elsewhere. */
export interface Pinned {
  /** A checkpoint kept earlier: a signed note, as it was saved or pasted. */
  readonly checkpoint?: string;
  /** The signer's key, `name+id+base64`. */
  readonly key?: string;
}

/** The note as it was signed: line ends and space around it suffer in a clipboard. */
export const noteOf = (kept: string): string => `${kept.replaceAll('\r\n', '\n').trim()}\n`;

/** The checkpoint in a note, whoever signed it. */
export function readKept(kept: string): CheckpointResult {
  const [text = ''] = noteOf(kept).split('\n\n');
  return readCheckpoint(`${text}\n`);
}

/** Says when what the auditor gave is none at all: that accuses nobody, and must not pass for a comparison either. */
export function mistyped({ checkpoint, key }: Pinned, sha256: Sha256): BundleCheck | undefined {
  if (key !== undefined && !readVerifierKey(key.trim(), sha256).ok)
    return { check: 'signature', outcome: 'failed', said: NO_KEY };
  return checkpoint !== undefined && !readKept(checkpoint).ok
    ? { check: 'consistency', outcome: 'failed', said: NO_CHECKPOINT }
    : undefined;
}

const NO_KEY = bothLanguages(
  'Ce que vous avez donné comme clé du registre n’en est pas une : rien n’a été vérifié.',
  'What you gave as the key of the record is none: nothing was verified.',
);

const NO_CHECKPOINT = bothLanguages(
  'Ce que vous avez donné comme point de contrôle gardé n’en est pas un : rien n’a été vérifié.',
  'What you gave as the checkpoint kept is none: nothing was verified.',
);
