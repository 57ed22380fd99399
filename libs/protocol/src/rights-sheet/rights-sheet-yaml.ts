import type { Text } from '@repere/feel';
import type { SheetLine } from './rights-sheet-types';

/** A line as it is written. */
export type LineYaml = Text & Pick<SheetLine, 'basis'>;

/** `rights-sheet.yaml` as it is written. */
export interface RightsSheetYaml {
  readonly title: Text;
  readonly parts: readonly {
    readonly id: string;
    readonly title: Text;
    readonly lines: readonly LineYaml[];
  }[];
  readonly calls: {
    readonly title: Text;
    readonly before: readonly LineYaml[];
    readonly numbers: readonly (LineYaml & { readonly number: string; readonly how: 'call' | 'text' })[];
  };
}
