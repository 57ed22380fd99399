import type { Gender, SafeContactPart } from '../closed-lists/people';

/** What identifies the child; everything optional but a way to call them. */
export interface Child {
  /** What the child is called on screen: given name, nickname, or "Inconnu·e". */
  readonly calledName: string;
  readonly givenNames?: string;
  readonly familyName?: string;
  readonly alsoKnownAs?: readonly string[];
  /** EDTF: `2009`, `2009-05`, `2009-05-12`, `2009~`. */
  readonly birth?: string;
  readonly gender?: Gender;
  readonly nationality?: string;
  /** BCP 47 codes of languages understood. */
  readonly languages?: readonly string[];
  readonly phones?: readonly string[];
  /** G16: how the child may safely be reached; unknown = none. */
  readonly safeContact?: { readonly [part in SafeContactPart]?: string };
}
