import type { Resource } from '@repere/access';
import type { Child } from '@repere/cases';
import {
  type CaseState,
  type CaseView,
  type FactDefinition,
  type JournalEntry,
  type ProtocolDocument,
  type StepDefinition,
  viewCase,
} from '@repere/protocol-engine';
import type { NamedTerritory } from '@repere/territories';
import type { DataKey } from '../platform/secrecy/key-store';
import { keyOf } from '../protocols/protocol-library';
import type { PublishedVersion, Shelf } from '../protocols/shelf';
import type { CaseRow } from './case-row';

/** A case that was opened for one request: decrypted and folded at the space's time. */
export class LoadedCase {
  private computed: CaseView | null = null;

  constructor(
    readonly row: CaseRow,
    readonly key: DataKey,
    readonly child: Child,
    readonly journal: readonly JournalEntry[],
    readonly shelf: Shelf,
    readonly territory: NamedTerritory,
    readonly state: CaseState,
  ) {}

  get view(): CaseView {
    this.computed ??= viewCase(this.state);
    return this.computed;
  }

  get seq(): number {
    return this.journal.at(-1)?.seq ?? 0;
  }

  /** protocol → the version that a run opened now is pinned to, in this territory. */
  get inForce(): Readonly<Record<string, string>> {
    return this.shelf.inForceIn(this.row.territory);
  }

  /** The case as the policy asks about it. */
  get resource(): Extract<Resource, { kind: 'case-file' }> {
    return resourceOf(this.row);
  }

  /** The version that a run is pinned to; throws when the case has no such run. */
  versionOf(runId: string): PublishedVersion {
    const opened = this.journal.find((it) => it.kind === 'run-opened' && it.runId === runId);
    const version =
      opened?.kind === 'run-opened'
        ? this.shelf.versions.get(keyOf(opened.protocol, opened.version))
        : undefined;
    if (!version) throw new Error('no such run');
    return version;
  }

  documentOf(runId: string): ProtocolDocument {
    return this.versionOf(runId).document;
  }

  findStep(runId: string, step: string): StepDefinition | undefined {
    return this.documentOf(runId).steps.find(({ id }) => id === step);
  }

  /** The fact, or the field of a row as `list.field`, as this run knows it; `null`: as the case does. */
  findFact(runId: string | null, id: string): FactDefinition | undefined {
    const [head = id, field] = id.split('.');
    const own = runId === null ? undefined : this.documentOf(runId).facts[head];
    const fact = own ?? this.shelf.set.shared.facts[head];
    return field === undefined ? fact : fact?.row?.[field];
  }

  hasRun(runId: string): boolean {
    return this.journal.some((it) => it.kind === 'run-opened' && it.runId === runId);
  }

  /** The same case with more entries and the state after them. */
  after(entries: readonly JournalEntry[], state: CaseState): LoadedCase {
    const { row, key, child, journal, shelf, territory } = this;
    return new LoadedCase(row, key, child, [...journal, ...entries], shelf, territory, state);
  }

  ledBy(leadId: string): LoadedCase {
    const { row, key, child, journal, shelf, territory, state } = this;
    return new LoadedCase({ ...row, leadId }, key, child, journal, shelf, territory, state);
  }
}

export const resourceOf = ({
  teamId,
  leadId,
  assignedIds,
}: Pick<CaseRow, 'teamId' | 'leadId' | 'assignedIds'>): Extract<Resource, { kind: 'case-file' }> => ({
  kind: 'case-file',
  teamId,
  leadId,
  assignedIds,
});
