import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThanOrEqual, Repository } from 'typeorm';
import type { CaseAsKnown, KnownNow, Replay, ReplayDeviation, ReplayMoment } from '@repere/audit';
import type { CaseFile } from '@repere/cases';
import type { FieldClass, JournalEntry } from '@repere/protocol-engine';
import { AccountNames, type Names } from '../../cases/reading/account-names';
import { CaseReader } from '../../cases/reading/case-reader';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { CasePageService } from '../../cases/page/case-page.service';
import { cutDeviation } from '../../cases/page/cut-deviations';
import { ADULTS } from '../../cases/people/person-row';
import { timelineOf } from '../../cases/reading/timeline';
import { unlessWithheld, withheldClasses } from '../../cases/disclosure/withheld';
import { entryTitle } from '../../cases/words/entry-title';
import { askerOf } from '../../platform/asker';
import { PersonEntity } from '../../cases/entities/case/person.entity';
import { UnitOfWork } from '../../platform/unit-of-work';
import { actsOf } from './acts-of';
import { asKnownAt } from './as-known-at';
import { lateMomentsOf } from './late-moments';
import { type Moment, readMoment } from './read-moment';

/** What was known when, and what was made of it. Reads, and writes nothing but that it was read. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly page: CasePageService,
    private readonly names: AccountNames,
    @InjectRepository(PersonEntity) private readonly people: Repository<PersonEntity>,
  ) {}

  /** The life of the case, moment by moment. */
  async life(id: string): Promise<Replay> {
    const file = await this.reader.read(id);
    const now = this.unit.now();
    const withheld = this.withheld(file);
    const names = await this.names.of(file.journal.map(({ enteredBy }) => enteredBy));
    const judged = deviationsByEntry(file, withheld);
    const acts = actsOf(file.journal).map((act) => actMoment(file, act, names, withheld, judged));
    const late = lateMomentsOf(file, now).map(({ when, title, text }): ReplayMoment => ({
      at: iso(when),
      when: iso(when),
      kind: 'late',
      title,
      by: null,
      deviations: [{ kind: 'late', text }],
    }));
    return {
      caseFileId: id,
      reference: file.row.reference,
      calledName: unlessWithheld(withheld, ['identity'], file.child.calledName),
      zone: file.territory.zone,
      openedAt: file.row.openedAt.toISOString(),
      now: iso(now),
      moments: merged(acts, late),
    };
  }

  /** The page as it was known then; refuses (`invalid`) what is no moment of this case. */
  async asKnown(id: string, at: string | undefined): Promise<CaseAsKnown> {
    const file = await this.reader.read(id);
    const moment = readMoment(file, at, this.unit.now());
    const then = asKnownAt(file, moment.length, moment.when);
    this.unit.notes({ moment: iso(moment.when), seq: then.seq });
    const fresh = then.journal.slice(moment.length - moment.fresh);
    const names = await this.names.of(then.journal.map(({ enteredBy }) => enteredBy));
    const people = await this.peopleThen(file, then, moment);
    return {
      when: iso(moment.when),
      seq: then.seq,
      caseFile: readOnly(await this.page.show(then), people.known),
      entries: timelineOf(then, fresh, names, this.withheld(file)),
      knownNow: [
        ...changedSince(file.journal.slice(moment.length)),
        ...(people.changed ? (['people'] as const) : []),
      ],
    };
  }

  /** The rows of the list as it was then; of an older case, whoever had been noted beside the journal, as they are known now. */
  private async peopleThen(
    file: LoadedCase,
    then: LoadedCase,
    { when }: Moment,
  ): Promise<{ readonly known: ReadonlySet<string>; readonly changed: boolean }> {
    const moment = new Date(when);
    const earlier = await this.people.find({
      select: { id: true, changedAt: true },
      where: { caseFileId: file.row.id, createdAt: LessThanOrEqual(moment) },
    });
    const rows = then.view.facts.find(({ fact }) => fact === ADULTS)?.rows ?? [];
    const entered = new Set(rows.map((row) => row.id));
    const beside = earlier.filter((it) => !entered.has(it.id));
    return {
      known: new Set([...entered, ...beside.map((it) => it.id)]),
      changed: beside.some(({ changedAt }) => changedAt > moment),
    };
  }

  private withheld(file: LoadedCase): ReadonlySet<FieldClass> {
    return withheldClasses(askerOf(this.unit.account), file.resource);
  }
}

/** What nobody can act on any more: no draft, no right to anything. */
const readOnly = (caseFile: CaseFile, known: ReadonlySet<string>): CaseFile => ({
  ...caseFile,
  people: caseFile.people.filter(({ id }) => known.has(id)),
  drafts: {},
  may: { write: false, approve: false, assign: false },
});

/** Who the child is and who leads stand beside the journal, which only notes that they changed. */
function changedSince(later: readonly JournalEntry[]): readonly KnownNow[] {
  return (['identity', 'lead'] as const).filter((what) =>
    later.some((entry) => entry.kind === 'note-added' && entry.about === what),
  );
}

function deviationsByEntry(
  file: LoadedCase,
  withheld: ReadonlySet<FieldClass>,
): ReadonlyMap<string, readonly ReplayDeviation[]> {
  const found = new Map<string, readonly ReplayDeviation[]>();
  for (const deviation of file.view.deviations) {
    const { entryId, kind } = deviation;
    if (entryId === null || kind === 'late') continue;
    const { text } = cutDeviation(file, deviation, withheld);
    found.set(entryId, [...(found.get(entryId) ?? []), { kind, text }]);
  }
  return found;
}

function actMoment(
  file: LoadedCase,
  act: readonly JournalEntry[],
  names: Names,
  withheld: ReadonlySet<FieldClass>,
  judged: ReadonlyMap<string, readonly ReplayDeviation[]>,
): ReplayMoment {
  const [first] = act;
  const last = act.at(-1);
  if (!first || !last) throw new Error('an act without entry');
  return {
    at: String(last.seq),
    when: iso(last.recordedAt),
    kind: 'act',
    title: entryTitle(file, first),
    by: unlessWithheld(
      first.enteredBy.startsWith('system:') ? NOTHING : withheld,
      ['staff'],
      names.get(first.enteredBy) ?? first.enteredBy,
    ),
    deviations: act.flatMap(({ id }) => judged.get(id) ?? []),
  };
}

/** Dates that passed between the acts, the acts in the order of the journal whatever their clock said. */
function merged(acts: readonly ReplayMoment[], late: readonly ReplayMoment[]): readonly ReplayMoment[] {
  const moments = [...acts];
  for (const moment of late) {
    const after = moments.findIndex(({ when }) => when > moment.when);
    moments.splice(after === -1 ? moments.length : after, 0, moment);
  }
  return moments;
}

/** What acted by itself is nobody of the staff. */
const NOTHING: ReadonlySet<FieldClass> = new Set();

const iso = (at: number): string => new Date(at).toISOString();
