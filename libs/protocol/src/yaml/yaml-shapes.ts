import type {
  RefusedWords,
  AbsenceDefinition,
  CallDefinition,
  DeadlineDefinition,
  DerivedText,
  FactDefinition,
  Limit,
  OpensDefinition,
  OutcomeDefinition,
  ProtocolDocument,
  RecurrenceLine,
  Requirement,
  RestDefinition,
  Role,
  SafeguardDefinition,
  StepDefinition,
  ReportableEvent,
} from '../documents/document';

/** What the files look like once they passed their JSON Schema: document.ts with shorthands and without defaults. */
export type TextYaml = string | { readonly fr: string; readonly en: string };
export type BasisYaml = string | readonly string[];
type Map<T> = Readonly<Record<string, T>>;

export type FactYaml = Partial<
  Pick<
    FactDefinition,
    | 'class'
    | 'changes'
    | 'multiple'
    | 'ranked'
    | 'orderedBy'
    | 'writtenBy'
    | 'relevant'
    | 'unit'
    | 'min'
    | 'max'
    | 'maxLength'
    | 'future'
    | 'sensitive'
    | 'role'
    | 'counted'
    | 'marked'
    | 'asksOfBan'
    | 'namesNobody'
  >
> &
  Pick<FactDefinition, 'type'> & {
    readonly title: TextYaml;
    readonly hint?: TextYaml;
    readonly values?: readonly string[] | Map<TextYaml>;
    readonly labels?: Map<TextYaml>;
    readonly items?: Map<TextYaml | { readonly label?: TextYaml; readonly hint?: TextYaml }>;
    readonly row?: Map<FactYaml>;
    readonly derived?: Map<DerivedText>;
    readonly says?: readonly { readonly when: string; readonly text: TextYaml }[];
    readonly reportableEvents?: readonly (Pick<ReportableEvent, 'answer' | 'engages'> &
      Partial<Pick<ReportableEvent, 'asks' | 'call' | 'urgent'>> & {
        readonly title: TextYaml;
        readonly hint?: TextYaml;
      })[];
    readonly basis?: BasisYaml;
  };

export type DueYaml = Pick<DeadlineDefinition, 'within' | 'from' | 'origin'> &
  Partial<Pick<DeadlineDefinition, 'owner' | 'late'>> & {
    readonly every?: string | readonly RecurrenceLine[];
    readonly basis?: BasisYaml;
  };

export interface RequirementYaml {
  readonly when: string;
  readonly that: string;
  readonly because: TextYaml;
  readonly counted?: Requirement['counted'];
  readonly basis?: BasisYaml;
}

export interface FlagYaml {
  readonly when: string;
  readonly tell?: Role;
  readonly incident?: boolean;
  readonly because: TextYaml;
  readonly basis?: BasisYaml;
}

export type StepYaml = Pick<StepDefinition, 'id' | 'kind' | 'by'> &
  Partial<
    Pick<
      StepDefinition,
      | 'code'
      | 'enteredBy'
      | 'after'
      | 'when'
      | 'unless'
      | 'ready'
      | 'opensAt'
      | 'fields'
      | 'required'
      | 'adds'
      | 'about'
      | 'closes'
      | 'decides'
      | 'reasons'
      | 'evidence'
      | 'protective'
      | 'offers'
      | 'contacts'
      | 'reports'
      | 'hands'
      | 'saysCalled'
      | 'counted'
      | 'needs'
    >
  > & {
    readonly title: TextYaml;
    readonly guidance?: TextYaml;
    readonly tooLate?: TextYaml;
    readonly approvedBy?: {
      readonly role: Role;
      readonly when?: string;
      readonly effect?: 'before' | 'at once';
    };
    readonly due?: DueYaml;
    readonly repeatable?: boolean | { readonly newFacts: boolean };
    readonly waivable?: 'never' | { readonly with: 'reason' | 'approval'; readonly reasons: string };
    readonly requires?: readonly RequirementYaml[];
    readonly flags?: readonly FlagYaml[];
    readonly basis?: BasisYaml;
  };

/** A step of parts.yaml: its use says where it stands. */
export type PartYaml = Omit<StepYaml, 'id' | 'code' | 'after'> & {
  readonly valid?: { readonly for: string; readonly until?: readonly string[] };
};

export interface PartsYaml {
  readonly language: number;
  readonly parts: Map<PartYaml>;
}

/** A part at its place in a protocol: what the use may say of its own. */
export type PartUseYaml = { readonly part: string; readonly id?: string } & Pick<
  StepYaml,
  | 'code'
  | 'after'
  | 'when'
  | 'unless'
  | 'ready'
  | 'opensAt'
  | 'due'
  | 'approvedBy'
  | 'waivable'
  | 'repeatable'
  | 'evidence'
  | 'basis'
>;

export interface OutcomeYaml {
  readonly id: string;
  readonly title?: TextYaml;
  readonly protects: 'full' | 'less';
  readonly when?: string;
  readonly otherwise?: true;
  readonly note?: TextYaml;
  readonly rests?: Pick<RestDefinition, 'decidedBy'> & Partial<Pick<RestDefinition, 'keeps'>>;
  readonly age?: OutcomeDefinition['age'];
}

export type SafeguardYaml = Omit<SafeguardDefinition, 'title' | 'basis'> & {
  readonly title?: TextYaml;
  readonly basis: BasisYaml;
};

export interface ProtocolYaml {
  readonly protocol: string;
  readonly version: string;
  readonly code: string;
  readonly title: TextYaml;
  readonly purpose: TextYaml;
  readonly runs?: 'one' | 'many';
  readonly basis: BasisYaml;
  readonly absence?: Omit<AbsenceDefinition, 'calls'> & {
    readonly calls?: readonly (Pick<CallDefinition, 'who' | 'why'> & Partial<CallDefinition>)[];
  };
  readonly opensWith?: ProtocolDocument['opensWith'];
  readonly noticesOnly?: boolean;
  readonly tells?: ProtocolDocument['tells'];
  readonly limits?: Map<
    Pick<Limit, 'value' | 'unit' | 'origin' | 'margin'> &
      Partial<Pick<Limit, 'overlay'>> & { readonly basis?: BasisYaml }
  >;
  readonly facts?: Map<FactYaml>;
  readonly derived?: Map<DerivedText>;
  readonly reasons?: Map<Map<ReasonYaml>>;
  readonly steps: readonly (StepYaml | PartUseYaml)[];
  readonly opens?: readonly (Omit<OpensDefinition, 'again' | 'basis'> & {
    readonly again?: boolean;
    readonly basis?: BasisYaml;
  })[];
  readonly outcomes: readonly OutcomeYaml[];
  readonly safeguards?: readonly SafeguardYaml[];
}

/** A reason: its words, and where it can be recorded, the condition that contradicts it. */
export type ReasonYaml = TextYaml | { readonly label: TextYaml; readonly contradictedBy: string };

export interface SharedYaml {
  readonly language: number;
  readonly facts: Map<FactYaml>;
  readonly moments?: Map<{
    readonly from: string;
    readonly after: string;
    readonly at: 'latest' | 'earliest';
    readonly title: TextYaml;
  }>;
  readonly reasons?: Map<Map<ReasonYaml>>;
  readonly evidence?: Map<TextYaml>;
  readonly refusedWords?: RefusedWords;
}

export function listOfBasis(basis: BasisYaml | undefined): readonly string[] {
  return basis === undefined ? [] : typeof basis === 'string' ? [basis] : basis;
}
