/** First key of a certificate's file: which form it has. */
export const CERTIFICATE_FORMAT = 'repere-certificate-1';

/** The act of the record of a training space that a certificate is. */
export const CERTIFYING_ACT = 'training.certify';

/** The path under which that act commits to what is certified. */
export const CERTIFIED = 'certificate';

/** Longest file that is read, in characters; one has some 5,000. */
export const CERTIFICATE_LENGTH = 20_000;

/** What a certificate says: who practised what, when. Never how well. */
export interface TrainingCertificate {
  /** The real name, typed by whoever leads. */
  readonly name: string;
  /** Role of accounts in which it was practised. */
  readonly role: string;
  readonly scenario: {
    readonly name: string;
    readonly title: { readonly fr: string; readonly en: string };
    /** SHA-256 of its text, 64 hex digits. */
    readonly sha256: string;
  };
  /** The one that was practised comes first. `hash`: of the version's document, 64 hex digits. */
  readonly protocols: readonly {
    readonly protocol: string;
    readonly version: string;
    readonly hash: string;
    readonly title: { readonly fr: string; readonly en: string };
  }[];
  /** ISO day, of the machine's clock: the clock of a training space may stand anywhere. */
  readonly on: string;
  /** What the space was called. */
  readonly space: string;
  /** Who led, as they sign. */
  readonly trainer: string;
  /** Which account led, 64 hex digits that name nobody: the same one does not take it in. */
  readonly leader: string;
}

/**
 * A certificate as a file: what is certified, opened from an act of the space's record, and what ties that act to a signed checkpoint. So it
 * is checked as the record is, and says nothing else of what was done in the space.
 */
export interface CertificateFile {
  readonly format: typeof CERTIFICATE_FORMAT;
  readonly act: {
    /** Place in the log, from 0. */
    readonly leaf: number;
    /** Canonical text of the sequenced entry. */
    readonly text: string;
    /** All field commitments in the order of their paths, 64 hex digits each. */
    readonly commitments: readonly string[];
    readonly opening: { readonly index: number; readonly value: TrainingCertificate; readonly salt: string };
  };
  readonly proof: {
    /** Signed note (C2SP tlog-checkpoint). */
    readonly checkpoint: string;
    /** Pruned tree of that one leaf, in hex. */
    readonly tree: string;
    /** Who says to have signed it; only keys that the reader knows are believed. */
    readonly keys: readonly string[];
  };
}
