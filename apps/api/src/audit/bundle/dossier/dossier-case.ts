import type { Sources } from '@repere/protocol';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import type { DisclosureScope } from '../gathering/disclosure-scope';
import type { TimelineEntryDto } from '../../../cases/page/case-file.dto';
import type { RecordedAct } from '../correspondence/recorded-acts';
import type { PersonDto } from '../../../cases/people/person.dto';

/** A case as its dossier is told from. The journal of `file` is what the bundle holds of it. */
export interface DossierCase {
  readonly kind: 'kept';
  readonly file: LoadedCase;
  /** In the record. */
  readonly alias: string;
  readonly scope: DisclosureScope;
  /** One for each entry of the journal, in its order; uncut. */
  readonly timeline: readonly TimelineEntryDto[];
  /** By entry: its place in the log. */
  readonly leafOf: ReadonlyMap<string, number>;
  readonly people: readonly PersonDto[];
  /** Names of accounts, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly accessEvents: readonly AccessLogLine[];
  readonly sources: Sources;
  /** What was said of deviations, in its order. */
  readonly judgements: readonly DossierJudgement[];
  /** What was done beside the journal, in the order of the log; uncut. */
  readonly acts: readonly RecordedAct[];
}

/** What somebody said of a deviation. `at` is ISO 8601, `leaf` the entry's place in the log. */
export interface DossierJudgement {
  readonly key: string;
  readonly kind: 'explained' | 'accepted' | 'finding' | 'no-deviation';
  readonly by: string;
  readonly at: string;
  readonly leaf: number;
  readonly text: string;
}

/** A case whose key was destroyed: its entries stand, what they said is gone. */
export interface ErasedCase {
  readonly kind: 'erased';
  readonly reference: string;
  readonly alias: string;
  readonly zone: string;
  readonly scope: DisclosureScope;
  readonly entries: number;
  readonly accessEvents: readonly AccessLogLine[];
}

/** What one person, or the system, did with a case, counted. Times are ISO 8601. */
export interface AccessLogLine {
  readonly alias: string;
  /** `null`: no account of ours is known under that alias. */
  readonly name: string | null;
  readonly isSystem: boolean;
  /** Of a service: which one says where the child goes. */
  readonly isOfService: boolean;
  readonly acts: number;
  readonly seen: number;
  readonly listed: number;
  readonly refused: number;
  readonly first: string;
  readonly last: string;
}

/** The bundle that the dossier is part of. */
export interface DossierBundle {
  readonly kind: 'case' | 'mission';
  /** Epoch milliseconds of the space's clock. */
  readonly now: number;
  readonly madeBy: string;
  readonly reason: string;
  readonly isFiction: boolean;
  readonly mission: string | null;
  readonly scope: DisclosureScope;
  readonly cases: readonly (DossierCase | ErasedCase)[];
}

export type Language = 'fr' | 'en';

/** As the verifier names an entry: its place in the log. */
export const numberOf = (leafOf: ReadonlyMap<string, number>, entryId: string): string =>
  String(leafOf.get(entryId) ?? '');
