import { Injectable } from '@nestjs/common';
import { entryFields, isActName, replayJournal, shownState } from '@repere/audit';
import type { JournalEntry } from '@repere/case-engine';
import type { ProtocolDocument, SharedDocument } from '@repere/protocol';
import { zoneOf } from '@repere/territories';
import { AccountNames } from '../../../cases/reading/account-names';
import { CaseReader } from '../../../cases/reading/case-reader';
import type { CaseRow } from '../../../cases/reading/case-row';
import { type EntryWithSalts, JournalRepository } from '../../../cases/journal/journal.repository';
import { LoadedCase } from '../../../cases/reading/loaded-case';
import { peopleAround } from '../../../cases/people/people-around-child';
import { showPerson } from '../../../cases/people/show-person';
import { timelineOf } from '../../../cases/reading/timeline';
import { ProtocolLibrary } from '../../../protocols/protocol-library';
import { isDoneForService } from '../correspondence/correspondence-acts';
import { opensActField } from '../correspondence/fields-of-acts';
import { actsIn, type RecordedAct } from '../correspondence/recorded-acts';
import { ThingsTold } from '../correspondence/things-told';
import { bundleEntry } from './bundle-entry';
import { countAccessEvents } from './count-access-events';
import { judgementsIn } from './judgements-in';
import type { DisclosureScope } from './disclosure-scope';
import type { GatheredCase } from './gathered-case';
import { LeavesQuery, type PaidLeaf } from './leaves.query';
import { opensEntryField, opensEventField } from './opened-fields';
import type { WhoActed } from './who-acted';

/** A case that was opened for a bundle: what is sequenced of its journal, with what opens it. */
export interface OpenedCase {
  readonly row: CaseRow;
  readonly alias: string;
  readonly scope: DisclosureScope;
  readonly stream: readonly PaidLeaf[];
  /** `null`: erased. */
  readonly kept: { readonly file: LoadedCase; readonly entries: readonly EntryWithSalts[] } | null;
}

/** Puts together what a bundle holds of a case. Rights were asked before; what the reader may not see is in `scope`. */
@Injectable()
export class GatherCase {
  constructor(
    private readonly leaves: LeavesQuery,
    private readonly reader: CaseReader,
    private readonly journal: JournalRepository,
    private readonly names: AccountNames,
    private readonly library: ProtocolLibrary,
  ) {}

  async openCase(row: CaseRow, scope: DisclosureScope): Promise<OpenedCase> {
    const alias = await this.leaves.aliasOf('case', row.id);
    if (alias === null) throw new Error('a case without an entry');
    const stream = await this.leaves.ofStream(alias);
    const file = (await this.reader.loadAll([row.id])).get(row.id);
    if (!file) return { row, alias, scope, stream, kept: null };
    const sequenced = new Set(stream.map(({ seq }) => seq));
    const entries = (await this.journal.readWithSalts(row.id, file.key)).filter(({ ledgerSeq }) =>
      sequenced.has(ledgerSeq),
    );
    return { row, alias, scope, stream, kept: { file, entries } };
  }

  /** `documents`: every version in the bundle, as it is read from there. */
  async gather(
    opened: OpenedCase,
    documents: readonly ProtocolDocument[],
    shared: SharedDocument,
    now: number,
  ): Promise<GatheredCase> {
    const { row, alias, scope, stream, kept } = opened;
    const showing = await this.leaves.showing(row.id, alias);
    const who = await this.whoActed(row.id, [...stream, ...showing]);
    const accessEvents = countAccessEvents(stream, showing, who);
    const about = {
      alias,
      reference: scope.hides('identity') ? null : row.reference,
      territory: row.territory,
      accessEvents: showing.map((it) => bundleEntry(it, it.payload, (_path, value) => value === alias)),
      seqs: [...stream, ...showing].map(({ seq }) => seq),
    };
    if (!kept) {
      const zone = zoneOf(row.territory);
      const dossierCase = {
        kind: 'erased',
        reference: about.reference ?? alias.slice(0, 12),
        alias,
        zone,
        scope,
        entries: stream.length,
        accessEvents,
      } as const;
      const entries = stream.map((it) => bundleEntry(it, it.payload, () => false));
      return { ...about, entries, state: { now, territory: row.territory, view: null }, dossierCase };
    }
    const { key, child, published, territory, formerly } = kept.file;
    const journal: readonly JournalEntry[] = kept.entries.map(({ entry }) => entry);
    const state = replayJournal({ shared, documents, journal, now, territory });
    const file = new LoadedCase(row, key, child, journal, published, territory, formerly, () => state);
    const acts = actsIn(stream, who);
    const entries = this.entriesOf(opened, file, kept.entries, acts);
    // The state comes of the journal alone: what else is not opened of the stream hides nothing of it.
    const leafOf = leavesOfEntries(stream, kept.entries);
    const inJournal = new Set(leafOf.values());
    const isOpened = entries.every(
      ({ leaf, commitments, openings }) => !inJournal.has(leaf) || commitments?.length === openings?.length,
    );
    const staff = await this.names.readNames([row.leadId, ...journal.map(({ enteredBy }) => enteredBy)]);
    return {
      ...about,
      entries,
      state:
        scope.isWhole && isOpened
          ? shownState(state, { now, territory: row.territory })
          : { now, territory: row.territory, view: null },
      dossierCase: {
        kind: 'kept',
        file,
        alias,
        scope,
        // Whole: the dossier redacts it, and says where (`redactTimeline`).
        timeline: timelineOf(file, journal, staff, new Set()),
        leafOf,
        people: peopleAround(file).map((it) => showPerson(file, it, scope.classes)),
        names: staff,
        accessEvents,
        sources: this.library.sources,
        judgements: judgementsIn(stream, who.names),
        acts,
      },
    };
  }

  private entriesOf(
    { alias, scope, stream }: OpenedCase,
    file: LoadedCase,
    journal: readonly EntryWithSalts[],
    acts: readonly RecordedAct[],
  ) {
    const bySeq = new Map(journal.map((it) => [it.ledgerSeq, it]));
    const byLeaf = new Map(acts.map((it) => [it.leaf, it]));
    const things = new ThingsTold(acts);
    return stream.map((leaf) => {
      const own = bySeq.get(leaf.seq);
      const act = byLeaf.get(leaf.leaf);
      if (!own)
        return bundleEntry(
          leaf,
          leaf.payload,
          (path, value) =>
            opensEventField(path, value, alias, scope) ||
            (act !== undefined && opensActField(act, path, scope, things)),
        );
      const { entry, salts } = own;
      return bundleEntry(leaf, { fields: entryFields(entry), salts }, (path, value) =>
        opensEntryField(file, entry, path, value, scope),
      );
    });
  }

  private async whoActed(caseFileId: string, leaves: readonly PaidLeaf[]): Promise<WhoActed> {
    const aliases = new Set(leaves.map(({ entry }) => entry.actor));
    const accounts = await this.leaves.accountsOf(aliases);
    const [names, ofServices] = [
      await this.names.readNames(accounts.values()),
      await this.leaves.ofServices(caseFileId, [...accounts.values()]),
    ];
    const forServices = leaves.filter(
      ({ entry: { type, outcome } }) => outcome === 'done' && isActName(type) && isDoneForService(type),
    );
    return {
      names: new Map(
        [...accounts].flatMap(([alias, id]) => {
          const name = names.get(id);
          return name === undefined ? [] : [[alias, name] as const];
        }),
      ),
      ofServices: new Set([
        ...forServices.map(({ entry }) => entry.actor),
        ...[...accounts].flatMap(([alias, id]) => (ofServices.has(id) ? [alias] : [])),
      ]),
    };
  }
}

function leavesOfEntries(
  stream: readonly PaidLeaf[],
  journal: readonly EntryWithSalts[],
): ReadonlyMap<string, number> {
  const leaves = new Map(stream.map(({ seq, leaf }) => [seq, leaf]));
  return new Map(
    journal.flatMap(({ ledgerSeq, entry }) => {
      const leaf = leaves.get(ledgerSeq);
      return leaf === undefined ? [] : [[entry.id, leaf] as const];
    }),
  );
}
