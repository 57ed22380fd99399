import type { CaseResource } from '@repere/access';
import {
  type CaseConformance,
  type CaseState,
  type CaseView,
  conformanceOf,
  type FactView,
  foldCase,
  type JournalEntry,
  viewCase,
} from '@repere/case-engine';
import {
  type FactDefinition,
  type FactRole,
  factsByRole,
  type ProtocolDocument,
  type StepDefinition,
} from '@repere/protocol';
import type { NamedTerritory } from '@repere/territories';
import type { DataKey } from '../../platform/secrecy/key-store';
import { keyOf } from '../../protocols/protocol-library';
import type { PublishedVersion, PublishedProtocols } from '../../protocols/publishing/published-protocols';
import type { CaseRow } from './case-row';
import type { ChildDto } from '../opening/child.dto';

/** A case that was opened for one request: decrypted, and folded at the space's time once its state is asked for. */
export class LoadedCase {
  private folded: CaseState | null = null;
  private computed: CaseView | null = null;
  private judged: CaseConformance | null = null;
  private readonly followed = new Map<string, readonly PublishedVersion[]>();

  constructor(
    readonly row: CaseRow,
    readonly key: DataKey,
    readonly child: ChildDto,
    readonly journal: readonly JournalEntry[],
    readonly published: PublishedProtocols,
    readonly territory: NamedTerritory,
    readonly formerly: readonly ChildDto[],
    private readonly fold: () => CaseState,
    private readonly truncatedFrom: LoadedCase | null = null,
  ) {}

  /** The case with everything that was recorded; itself, unless it ends at a moment of the past. */
  get whole(): LoadedCase {
    return this.truncatedFrom ?? this;
  }

  get state(): CaseState {
    this.folded ??= this.fold();
    return this.folded;
  }

  get view(): CaseView {
    this.computed ??= viewCase(this.state);
    return this.computed;
  }

  /** The case beside its protocols. */
  get conformance(): CaseConformance {
    this.judged ??= conformanceOf(this.state);
    return this.judged;
  }

  get seq(): number {
    return this.journal.at(-1)?.seq ?? 0;
  }

  /** protocol → the version that a run opened now is pinned to, in this territory. */
  get inForce(): Readonly<Record<string, string>> {
    return this.published.inForceIn(this.row.territory);
  }

  /** The case as the policy asks about it. */
  get resource(): CaseResource {
    return resourceOf(this.row);
  }

  /** The version that a run follows; throws when the case has no such run. */
  versionOf(runId: string): PublishedVersion {
    const [version] = this.versionsOf(runId);
    if (!version) throw new Error('no such run');
    return version;
  }

  /** The versions that a run has followed, the one that it follows now first. */
  private versionsOf(runId: string): readonly PublishedVersion[] {
    const known = this.followed.get(runId) ?? this.findVersions(runId);
    this.followed.set(runId, known);
    return known;
  }

  private findVersions(runId: string): readonly PublishedVersion[] {
    const opened = this.journal.find((it) => it.kind === 'run-opened' && it.runId === runId);
    if (opened?.kind !== 'run-opened') return [];
    const moves = this.journal.flatMap((it) =>
      it.kind === 'run-moved' && it.runId === runId ? [it.to] : [],
    );
    return [opened.version, ...moves]
      .toReversed()
      .flatMap((version) => this.published.versions.get(keyOf(opened.protocol, version)) ?? []);
  }

  /** The protocol in force where the case is; `undefined`: none is. */
  documentInForce(protocol: string): ProtocolDocument | undefined {
    const version = this.inForce[protocol];
    return version === undefined
      ? undefined
      : this.published.versions.get(keyOf(protocol, version))?.document;
  }

  documentOf(runId: string): ProtocolDocument {
    return this.versionOf(runId).document;
  }

  /** The step, in every version that the run has followed and that has it. */
  stepsOf(runId: string, step: string): readonly StepDefinition[] {
    return this.versionsOf(runId).flatMap(
      ({ document }) => document.steps.find(({ id }) => id === step) ?? [],
    );
  }

  /** The step, as the version followed now has it; one that it has no more, as the run's last version that had it. */
  findStep(runId: string, step: string): StepDefinition | undefined {
    for (const { document } of this.versionsOf(runId)) {
      const found = document.steps.find(({ id }) => id === step);
      if (found) return found;
    }
    return undefined;
  }

  /** The fact, or the field of a row as `list.field`, as this run knows it, or knew it before it moved; `null`: as the case does. */
  findFact(runId: string | null, id: string): FactDefinition | undefined {
    const [head = id, field] = id.split('.');
    const [now, ...before] =
      runId === null ? [] : this.versionsOf(runId).map(({ document }) => document.facts);
    const fact =
      now?.[head] ?? this.published.set.shared.facts[head] ?? before.flatMap((it) => it[head] ?? [])[0];
    return field === undefined ? fact : fact?.row?.[field];
  }

  /** Id of the fact of the case that is read as this; of the rows of people, of their field. `undefined`: none is. */
  idOf(role: FactRole): string | undefined {
    const found = factsByRole(this.published.set.shared).get(role);
    return found && (found.field ?? found.fact);
  }

  /** What is known of the fact of the case that is read as this. */
  findKnown(role: FactRole): FactView | undefined {
    const id = this.idOf(role);
    return id === undefined
      ? undefined
      : this.view.facts.find(({ fact, runId }) => fact === id && runId === null);
  }

  hasRun(runId: string): boolean {
    return this.journal.some((it) => it.kind === 'run-opened' && it.runId === runId);
  }

  /** The same case with more entries and the state after them. */
  after(entries: readonly JournalEntry[], state: CaseState): LoadedCase {
    const { row, key, child, published, territory, formerly, truncatedFrom } = this;
    const journal = [...this.journal, ...entries];
    return new LoadedCase(
      row,
      key,
      child,
      journal,
      published,
      territory,
      formerly,
      () => state,
      truncatedFrom,
    );
  }

  /** The same case with a state of its own: what is only tried on it leaves that of others as it is. */
  apart(): LoadedCase {
    const { row, key, child, journal, published, territory, formerly, truncatedFrom } = this;
    const fold = () => foldCase(published.set, journal, this.state.context);
    return new LoadedCase(row, key, child, journal, published, territory, formerly, fold, truncatedFrom);
  }

  ledBy(leadId: string): LoadedCase {
    const { row, key, child, journal, published, territory, formerly } = this;
    return new LoadedCase(
      { ...row, leadId },
      key,
      child,
      journal,
      published,
      territory,
      formerly,
      () => this.state,
      this.truncatedFrom,
    );
  }
}

export const resourceOf = ({
  teamId,
  leadId,
  grants,
  missionIds,
  circle,
  recusedIds,
}: CaseRow): CaseResource => ({
  kind: 'case-file',
  teamId,
  leadId,
  grants,
  missionIds,
  circle,
  recusedIds,
});
