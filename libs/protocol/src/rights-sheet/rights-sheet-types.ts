import type { Text } from '@repere/feel';

/** One idea, as it is said to a child. */
export interface SheetLine {
  readonly words: Text;
  /** What it stands on, at least one code: F36, S78, G16, P1.4. */
  readonly basis: readonly string[];
}

export interface SheetPart {
  readonly id: string;
  readonly title: Text;
  readonly lines: readonly SheetLine[];
}

/** A number to call, or to write to. */
export interface SheetNumber extends SheetLine {
  readonly number: string;
  readonly how: 'call' | 'text';
}

/** The sheet of rights that is shown to a child: the same for everybody, about nobody. */
export interface RightsSheet {
  readonly title: Text;
  readonly parts: readonly SheetPart[];
  readonly calls: {
    readonly title: Text;
    readonly before: readonly SheetLine[];
    readonly numbers: readonly SheetNumber[];
  };
}
