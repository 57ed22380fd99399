import {
  type Checkpoint,
  hashFromHex,
  openNote,
  readCheckpoint,
  type Sha256,
  verifyConsistency,
  type VerifierKey,
  type VerifySignature,
} from '@repere/ledger';
import type { BundleCheck, ConsistencyProofs, BothLanguages } from '../bundle-format';
import { CONSISTENCY } from '../reading/read-bundle';
import { noteOf, readKept } from './read-pinned';
import { counted, countedEn, failedBy, type Fault, passed, bothLanguages } from './found';

export interface CheckedConsistency {
  readonly check: BundleCheck;
  readonly limits: readonly BothLanguages[];
}

export interface ConsistencyClaims {
  readonly checkpoint: Checkpoint;
  readonly proofs: ConsistencyProofs['proofs'];
  readonly chain: readonly VerifierKey[];
  /** The checkpoint that the auditor kept: a signed note, as text. */
  readonly pinned?: string;
  readonly sha256: Sha256;
  readonly verifySignature: VerifySignature;
}

/** Whether the record only grew: from the checkpoints that the bundle brings along, and from the one that the auditor kept. */
export function checkConsistency(claims: ConsistencyClaims): CheckedConsistency {
  const { proofs } = claims;
  const faults: Fault[] = [];
  const earlier: Checkpoint[] = [];
  for (const proof of proofs) {
    const result = readProof(proof, claims);
    if ('said' in result) faults.push(result);
    else earlier.push(result);
  }
  const kept = claims.pinned === undefined ? undefined : readKept(claims.pinned);
  const pinned = kept?.ok ? kept.checkpoint : undefined;
  const fromPinned = pinned && comparePinned(pinned, earlier, claims);
  if (typeof fromPinned === 'object') faults.unshift(fromPinned);
  const empty = pinned?.size === 0 ? [EMPTY_PIN] : [];
  const limits =
    pinned === undefined
      ? [NO_PIN]
      : fromPinned === 'not-covered' && empty.length === 0
        ? [NOT_COVERED]
        : empty;
  // The same again, and that of an empty record, are no earlier ones.
  const n = new Set(
    earlier.map(({ size }) => size).filter((size) => size > 0 && size < claims.checkpoint.size),
  ).size;
  const pinnedWords =
    fromPinned === 'consistent' && empty.length === 0
      ? bothLanguages(
          ` Il prolonge le point de contrôle que vous aviez gardé (${pinned?.size ?? 0} actes) sans rien en changer.`,
          ` It continues the checkpoint that you kept (${pinned?.size ?? 0} acts) and changes nothing of it.`,
        )
      : bothLanguages('', '');
  const check =
    failedBy('consistency', faults) ??
    passed(
      'consistency',
      `Le registre n’a fait que grandir depuis ${counted(n, 'point de contrôle antérieur', 'points de contrôle antérieurs')}.${pinnedWords.fr}`,
      `The record has only grown since ${countedEn(n, 'earlier checkpoint', 'earlier checkpoints')}.${pinnedWords.en}`,
    );
  return { check, limits };
}

type Proof = ConsistencyProofs['proofs'][number];

function readProof({ checkpoint: note, hashes }: Proof, claims: ConsistencyClaims): Checkpoint | Fault {
  const { checkpoint, chain, sha256, verifySignature } = claims;
  const opened = openNote(note, chain, verifySignature);
  const read = opened.ok ? readCheckpoint(opened.text) : undefined;
  if (!read?.ok)
    return {
      file: CONSISTENCY,
      said: bothLanguages(
        'Un point de contrôle antérieur a été modifié : sa signature ne tient pas.',
        'An earlier checkpoint was changed: its signature does not hold.',
      ),
    };
  const earlier = read.checkpoint;
  const proof = hashes.flatMap((hash) => hashFromHex(hash) ?? []);
  const claim = {
    from: earlier.size,
    fromRoot: earlier.root,
    to: checkpoint.size,
    toRoot: checkpoint.root,
    proof,
  };
  // A restored record goes on under another origin: the older one is still its beginning.
  if (proof.length === hashes.length && verifyConsistency(claim, sha256)) return earlier;
  return {
    file: CONSISTENCY,
    said: bothLanguages(
      `Rien ne prouve que le registre prolonge le point de contrôle antérieur de ${earlier.size} actes : le registre a bifurqué, ou la preuve a été modifiée.`,
      `Nothing proves that the record continues the earlier checkpoint of ${earlier.size} acts: the record has forked, or the proof was changed.`,
    ),
  };
}

function comparePinned(
  pinned: Checkpoint,
  earlier: readonly Checkpoint[],
  { pinned: note, checkpoint, chain, verifySignature }: ConsistencyClaims,
): 'consistent' | 'not-covered' | Fault {
  if (!openNote(noteOf(note ?? ''), chain, verifySignature).ok) return BY_OTHER;
  if (pinned.size > checkpoint.size) return ROLLED_BACK(pinned.size, checkpoint.size);
  const [same] = [checkpoint, ...earlier].filter(({ size }) => size === pinned.size);
  if (!same) return 'not-covered';
  return same.root.every((byte, n) => byte === pinned.root[n]) ? 'consistent' : FORKED(pinned.size);
}

const ROLLED_BACK = (kept: number, now: number): Fault => ({
  said: bothLanguages(
    `Le point de contrôle que vous aviez gardé compte ${kept} actes, le registre de ce dossier de preuve n’en compte que ${now} : si vous l’aviez gardé avant que le dossier soit fait, le registre est revenu en arrière. Sinon, demandez un dossier de preuve plus récent.`,
    `The checkpoint that you kept counts ${kept} acts, the record of this bundle only ${now}: if you kept it before the bundle was made, the record was rolled back. If not, ask for a newer bundle.`,
  ),
});

const FORKED = (size: number): Fault => ({
  said: bothLanguages(
    `À ${size} actes, le registre n’est pas celui dont vous aviez gardé le point de contrôle : il y a deux histoires.`,
    `At ${size} acts, the record is not the one whose checkpoint you kept: there are two histories.`,
  ),
});

const BY_OTHER: Fault = {
  said: bothLanguages(
    'Le point de contrôle que vous aviez gardé n’est signé par aucune clé de ce dossier de preuve : c’est celui d’un autre registre, ou le dossier est signé par quelqu’un d’autre.',
    'The checkpoint that you kept is not signed by any key of this bundle: it is of another record, or the bundle is signed by someone else.',
  ),
};

const NO_PIN = bothLanguages(
  'Vous n’avez pas donné de point de contrôle gardé d’avance : un registre récrit en entier, et signé de nouveau par qui détient la clé, ne se verrait pas.',
  'You gave no checkpoint kept from before: a record rewritten as a whole, and signed again by whoever holds the key, would not show.',
);

const EMPTY_PIN = bothLanguages(
  'Le point de contrôle que vous aviez gardé est celui d’un registre vide : il ne prouve rien, ni le contenu ni la signature. Gardez-en un qui compte des actes.',
  'The checkpoint that you kept is that of an empty record: it proves nothing, neither content nor signature. Keep one that counts acts.',
);

const NOT_COVERED = bothLanguages(
  'Ce dossier de preuve ne contient pas de preuve à partir du point de contrôle que vous aviez gardé : demandez-en un qui en parte.',
  'This bundle holds no proof from the checkpoint that you kept: ask for one that starts from it.',
);
