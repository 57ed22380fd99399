/** Where a part of an expression stands, as offsets into its source. */
export interface SourceRange {
  readonly from: number;
  readonly to: number;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A range after `in`: `[1..3]`; a round or outward bracket leaves its bound out. */
export interface IntervalSyntax extends SourceRange {
  readonly kind: 'interval';
  readonly low: Syntax;
  readonly high: Syntax;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

export interface NameSyntax extends SourceRange {
  readonly kind: 'name';
  readonly name: string;
}

export interface PathSyntax extends SourceRange {
  readonly kind: 'path';
  readonly of: Syntax;
  readonly field: string;
  readonly fieldFrom: number;
}

export interface CallSyntax extends SourceRange {
  readonly kind: 'call';
  readonly word: string;
  readonly args: readonly Syntax[];
}

export interface ArithmeticSyntax extends SourceRange {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Syntax;
  readonly right: Syntax;
}

export interface ComparisonSyntax extends SourceRange {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Syntax;
  readonly right: Syntax;
}

export interface MembershipSyntax extends SourceRange {
  readonly kind: 'membership';
  readonly of: Syntax;
  readonly among: readonly (Syntax | IntervalSyntax)[];
}

export interface JunctionSyntax extends SourceRange {
  readonly kind: 'junction';
  readonly word: 'and' | 'or';
  readonly operands: readonly Syntax[];
}

export interface QuantifiedSyntax extends SourceRange {
  readonly kind: 'quantified';
  readonly word: 'some' | 'every';
  readonly variable: string;
  readonly list: Syntax;
  readonly condition: Syntax;
}

/** The constructs of the subset, and no other. What `lezer-feel` reads beyond them is refused before this tree is built. */
export type Syntax =
  | (SourceRange & { readonly kind: 'literal'; readonly value: number | string | boolean })
  | (SourceRange & { readonly kind: 'negation'; readonly of: Syntax })
  | NameSyntax
  | PathSyntax
  | CallSyntax
  | ArithmeticSyntax
  | ComparisonSyntax
  | MembershipSyntax
  | JunctionSyntax
  | QuantifiedSyntax;
