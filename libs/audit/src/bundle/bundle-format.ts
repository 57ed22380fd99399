/**
 * An audit bundle is a ZIP:
 *
 *   manifest.json                     `Manifest`, canonical JSON; every file but itself and `proof/*` with its SHA-256
 *   cases/<alias>/entries.jsonl       one `BundleEntry` a line: the whole stream of the case, by position
 *   cases/<alias>/access-log.jsonl         entries of readers' streams that showed this case, by leaf index
 *   cases/<alias>/state.json          `ShownState`: what replaying the journal must give
 *   missions/<alias>/entries.jsonl    of a mission: its own stream
 *   protocols/<name>@<version>.json   `ProtocolDocument`: each version that a run was pinned to, and of every other protocol
 *                                     the one in force, since they name each other and compile only together
 *   protocols/shared.json             `SharedDocument`: the shared facts
 *   dossier.fr.html, dossier.fr.pdf, dossier.en.html, dossier.en.pdf
 *   proof/made.json                   `BundleEntry` of the event `bundle.made`, whose field `manifest` opens to the SHA-256 of manifest.json
 *   proof/checkpoint.txt              signed note (C2SP tlog-checkpoint) over a tree that holds every entry, `made` included
 *   proof/tree.bin                    pruned tree: hashes that tie every entry to the checkpoint's root (`@repere/ledger`)
 *   proof/consistency.json            `ConsistencyProofs`: from earlier checkpoints to this one
 *   proof/keys.json                   `SignerKeys`
 *
 * Text is UTF-8 without mark; each line of a `.jsonl` ends with a line feed. `manifest.json` and `proof/*.json` are canonical
 * JSON (RFC 8785) to the letter: nothing else covers a space in `proof/`. Positions of a stream run from 1 without gap; if
 * `made` is in that stream, its position is the next.
 *
 * So a changed letter is found wherever it stands: files by the manifest, the manifest by `made`, entries by the tree,
 * the tree by the signed root, and what an entry is about by its commitments.
 */
export const BUNDLE_FORMAT = 'repere-bundle/1';

export interface Manifest {
  readonly format: typeof BUNDLE_FORMAT;
  readonly kind: 'case' | 'mission';
  /** Epoch milliseconds of the space's clock, at which the state was folded. */
  readonly now: number;
  /** Machine time, ISO 8601. */
  readonly madeAt: string;
  /** Alias of who made it. */
  readonly madeBy: string;
  /** Cases by alias; `reference` is left out when identity is redacted. */
  readonly cases: readonly {
    readonly alias: string;
    readonly reference?: string;
    readonly territory: string;
  }[];
  readonly mission?: string;
  /** Field classes left out of the openings, and named fields besides. */
  readonly redacted: readonly string[];
  /** path → SHA-256, 64 hex digits. */
  readonly files: Readonly<Record<string, string>>;
}

/** One leaf of the record, with what of its payload the reader may see. */
export interface BundleEntry {
  /** Place in the log, from 0. */
  readonly leaf: number;
  /** Canonical text of the sequenced entry. */
  readonly text: string;
  /**
   * All field commitments in the order of their paths, 64 hex digits; left out when the payload was erased: then only
   * the entry itself is proven.
   */
  readonly commitments?: readonly string[];
  readonly openings?: readonly BundleOpening[];
}

export interface BundleOpening {
  /** Place among the commitments. */
  readonly index: number;
  readonly path: string;
  readonly value: unknown;
  /** 64 hex digits. */
  readonly salt: string;
}

/** `view`: JSON of the engine's `CaseView` at `now`; `null` when fields are redacted, so that it can't be shown. */
export interface ShownState {
  readonly now: number;
  readonly territory: string;
  readonly view: unknown;
}

export interface ConsistencyProofs {
  readonly proofs: readonly {
    /** Signed note of an earlier checkpoint. */
    readonly checkpoint: string;
    /** Consistency proof from its size to that of `proof/checkpoint.txt`, 64 hex digits each (RFC 9162 §2.1.4). */
    readonly hashes: readonly string[];
  }[];
}

/** Keys of the signer, oldest first; each later one is vouched for by a note that the one before signed. */
export interface SignerKeys {
  readonly keys: readonly {
    /** Verifier key, `name+hash+base64` (C2SP signed-note). */
    readonly key: string;
    /** Signed note by the key before whose text is this verifier key; absent for the first. */
    readonly voucher?: string;
  }[];
}

/** What was found, in the order of the checks; the first problem is the one to name. */
export interface BundleReport {
  /**
   * `sound` only when it is signed by what the verifier was given: a key, or a checkpoint kept from before. Whatever is only
   * consistent with itself is of an `unknown-signer`: anybody can make such a bundle. An `exercise` is as sound, and of a training
   * space: nothing in it happened.
   */
  readonly verdict: 'sound' | 'exercise' | 'unknown-signer' | 'tampered' | 'unreadable';
  readonly checks: readonly BundleCheck[];
  /** What the verifier can't know: no pinned checkpoint, key not pinned, fields redacted so that nothing was replayed. */
  readonly limits: readonly BothLanguages[];
  readonly origin?: string;
  readonly size?: number;
  readonly entries?: number;
}

export interface BundleCheck {
  readonly check:
    | 'files'
    | 'signature'
    | 'inclusion'
    | 'made'
    | 'consistency'
    | 'streams'
    | 'openings'
    | 'protocols'
    | 'replay';
  readonly outcome: 'ok' | 'failed' | 'not-possible';
  readonly said: BothLanguages;
  /** Of a failure: the file, and the entry's place in the log, where one can be named. */
  readonly file?: string;
  readonly leaf?: number;
}

export interface BothLanguages {
  readonly fr: string;
  readonly en: string;
}
