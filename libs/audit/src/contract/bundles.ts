import type { FieldClass } from '@repere/access';

/** What the exporter leaves out besides what they may not see. The proof holds all the same. */
export interface LeftOut {
  readonly classes: readonly FieldClass[];
  /** Facts by id, a row's field as `list.field`. */
  readonly fields: readonly string[];
}

export interface BundleRequest {
  /** For whom and what for. Stands in the dossier. */
  readonly reason: string;
  readonly leaveOut: LeftOut;
  /** Checkpoints that were kept elsewhere (signed notes): the bundle proves that the record only grew since. */
  readonly pinned?: readonly string[];
}

/**
 * `waiting`, `gathering`: what it holds is put together. `signing`: it is entered in the record, and waits for a signed
 * checkpoint over that. `gone`: its time is over, or what it tells of was erased.
 */
export type BundleState = 'waiting' | 'gathering' | 'signing' | 'ready' | 'failed' | 'gone';

export interface Bundle {
  readonly id: string;
  readonly kind: 'case' | 'mission';
  readonly state: BundleState;
  /** 0 to 1. */
  readonly progress: number;
  readonly askedAt: string;
  readonly reason: string;
  readonly leaveOut: LeftOut;
  /** Classes that whoever asked may not see. */
  readonly withheld: readonly FieldClass[];
  /** Whether the verifier can replay the journal: nothing of it is left out. */
  readonly isWhole: boolean;
  /** Entries of the record in it; `null` until it is ready. */
  readonly entries: number | null;
  readonly bytes: number | null;
  /** Name under which it is saved. */
  readonly fileName: string;
  /** Downloaded until then. */
  readonly keptUntil: string | null;
}

/** A fact of the case that can be left out by name. */
export interface FieldToLeaveOut {
  readonly id: string;
  readonly title: { readonly fr: string; readonly en: string };
  readonly fieldClass: FieldClass;
}

/** Bundles that the reader ordered of a case, newest first, and what the next could leave out. */
export interface CaseBundles {
  readonly caseFileId: string;
  readonly reference: string;
  readonly items: readonly Bundle[];
  readonly withheld: readonly FieldClass[];
  readonly fields: readonly FieldToLeaveOut[];
  /** Acts in the journal. */
  readonly entries: number;
}
