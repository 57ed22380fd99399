import type { Role, StepKind } from '@repere/protocol';
import type { Text } from '@repere/feel';

/** A protocol drawn: boxes and arrows with their places, in pixels from the top left. An illustration: the YAML is the rule. */
export interface Diagram {
  readonly protocol: string;
  readonly version: string;
  readonly width: number;
  readonly height: number;
  /** In the order of the protocol: the start, its steps, what it opens, its outcomes. */
  readonly boxes: readonly DiagramBox[];
  readonly arrows: readonly DiagramArrow[];
}

export type DiagramBox = Placed &
  (
    | { readonly kind: 'start'; readonly id: string; readonly title: Text }
    | {
        readonly kind: 'step';
        readonly id: string;
        readonly code: string;
        readonly title: Text;
        readonly step: StepKind;
        readonly by: readonly Role[];
        readonly protective: boolean;
        /** A second person agrees. */
        readonly approved: boolean;
        readonly repeatable: boolean;
        readonly hasDeadline: boolean;
        /** An act of an outside authority, which the tool records. */
        readonly isOutside: boolean;
      }
    | { readonly kind: 'opens'; readonly id: string; readonly title: Text; readonly protocol: string }
    | {
        readonly kind: 'outcome';
        readonly id: string;
        readonly title: Text;
        readonly protects: 'full' | 'less';
      }
  );

export interface Placed {
  /** Top left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DiagramArrow {
  readonly from: string;
  readonly to: string;
  /** `after`: comes after. `when`: an answer of the first decides whether the second applies. `outcome`: … whether it holds. */
  readonly why: 'after' | 'when' | 'outcome';
  readonly points: readonly { readonly x: number; readonly y: number }[];
}
