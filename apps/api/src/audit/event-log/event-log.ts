/** An object-centric event log, OCEL 2.0 in JSON (ocel-standard.org). Every value is a string, as the schema has it. */
export interface EventLog {
  readonly objectTypes: readonly TypeDefinition[];
  readonly eventTypes: readonly TypeDefinition[];
  readonly objects: readonly LogObject[];
  readonly events: readonly LogEvent[];
}

export interface TypeDefinition {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: 'string' | 'integer' | 'time' }[];
}

export interface Relationship {
  readonly objectId: string;
  readonly qualifier: string;
}

export interface LogObject {
  readonly id: string;
  readonly type: string;
  /** As of each time. */
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly time: string }[];
  readonly relationships: readonly Relationship[];
}

export interface LogEvent {
  readonly id: string;
  readonly type: string;
  /** When it happened, its earliest moment; ISO 8601. */
  readonly time: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly relationships: readonly Relationship[];
}
