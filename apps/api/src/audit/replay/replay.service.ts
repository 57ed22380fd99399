import { Injectable } from '@nestjs/common';
import type { KnownNow } from '@repere/audit';
import type { FieldClass } from '@repere/protocol';
import type { JournalEntry } from '@repere/case-engine';
import { AccountNames, type Names } from '../../cases/reading/account-names';
import { namesLead } from '../../cases/lead/names-lead';
import { CaseReader } from '../../cases/reading/case-reader';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { CasePageService } from '../../cases/page/case-page.service';
import { redactDeviation } from '../../cases/page/redaction/redact-deviations';
import { timelineOf } from '../../cases/reading/timeline';
import { unlessRedacted, redactedClasses } from '../../cases/disclosure/redacted-classes';
import { pageOfCase } from '../../cases/page/page-of-case';
import { entryTitle } from '../../cases/words/entry-title';
import { principalOf } from '../../platform/unit/principal';
import { HandlingSight } from '../../platform/routes/handling-sight';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { actsOf } from './acts-of';
import { asKnownAt } from './as-known-at';
import { lateMomentsOf } from './late-moments';
import { readMoment } from './read-moment';
import type { CaseFileDto } from '../../cases/page/case-file.dto';
import type { CaseAsKnownDto, ReplayDeviationDto, ReplayDto, ReplayMomentDto } from './replay.dto';

/** What was known when, and what was made of it. Reads, and writes nothing but that it was read. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly page: CasePageService,
    private readonly names: AccountNames,
    private readonly handling: HandlingSight,
  ) {}

  /** The life of the case, moment by moment. */
  async life(id: string): Promise<ReplayDto> {
    const file = await this.reader.readCase(id);
    const now = this.unit.now();
    const redacted = this.redacted(file);
    const names = await this.names.readNames(file.journal.map(({ enteredBy }) => enteredBy));
    const judged = (await this.handling.isHidden()) ? NONE_JUDGED : deviationsByEntry(file, redacted);
    const acts = actsOf(file.journal).map((act) => actMoment(file, act, names, redacted, judged));
    const late = lateMomentsOf(file, now).map(({ when, title, text }): ReplayMomentDto => ({
      at: iso(when),
      when: iso(when),
      kind: 'late',
      title,
      by: null,
      deviations: [{ kind: 'late', text }],
    }));
    return {
      ...pageOfCase(file, redacted),
      openedAt: file.row.openedAt.toISOString(),
      now: iso(now),
      moments: merged(acts, late),
    };
  }

  /** The page as it was known then; refuses (`invalid`) what is no moment of this case. */
  async asKnown(id: string, at: string | undefined): Promise<CaseAsKnownDto> {
    const file = await this.reader.readCase(id);
    const moment = readMoment(file, at, this.unit.now());
    const then = asKnownAt(file, moment.length, moment.when);
    this.unit.notes({ moment: iso(moment.when), seq: then.seq });
    const fresh = then.journal.slice(moment.length - moment.fresh);
    const names = await this.names.readNames(then.journal.map(({ enteredBy }) => enteredBy));
    return {
      when: iso(moment.when),
      seq: then.seq,
      caseFile: readOnly(await this.page.showCase(then)),
      entries: timelineOf(then, fresh, names, this.redacted(file)),
      knownNow: changedSince(file.journal.slice(moment.length)),
    };
  }

  private redacted(file: LoadedCase): ReadonlySet<FieldClass> {
    return redactedClasses(principalOf(this.unit.account), file.resource);
  }
}

/** What nobody can act on any more: no draft, no right to anything. */
const readOnly = (caseFile: CaseFileDto): CaseFileDto => ({
  ...caseFile,
  drafts: {},
  isServiceAsked: false,
  // The calendar is that of today.
  nextAppointment: null,
  leadProposal: null,
  may: { write: false, approve: false, assign: false },
});

/** Who the child is and who leads stand beside the journal, which only notes that they changed. */
function changedSince(later: readonly JournalEntry[]): readonly KnownNow[] {
  const changes = {
    identity: (entry: JournalEntry): boolean => entry.kind === 'note-added' && entry.about === 'identity',
    lead: namesLead,
  };
  return (['identity', 'lead'] as const).filter((what) => later.some(changes[what]));
}

const NONE_JUDGED: ReturnType<typeof deviationsByEntry> = new Map();

function deviationsByEntry(
  file: LoadedCase,
  redacted: ReadonlySet<FieldClass>,
): ReadonlyMap<string, readonly ReplayDeviationDto[]> {
  const found = new Map<string, readonly ReplayDeviationDto[]>();
  for (const deviation of file.view.deviations) {
    const { entryId, kind } = deviation;
    if (entryId === null || kind === 'late') continue;
    const { text } = redactDeviation(file, deviation, redacted);
    found.set(entryId, [...(found.get(entryId) ?? []), { kind, text }]);
  }
  return found;
}

function actMoment(
  file: LoadedCase,
  act: readonly JournalEntry[],
  names: Names,
  redacted: ReadonlySet<FieldClass>,
  judged: ReadonlyMap<string, readonly ReplayDeviationDto[]>,
): ReplayMomentDto {
  const [first] = act;
  const last = act.at(-1);
  if (!first || !last) throw new Error('an act without entry');
  return {
    at: String(last.seq),
    when: iso(last.recordedAt),
    kind: 'act',
    title: entryTitle(file, first),
    by: unlessRedacted(
      first.enteredBy.startsWith('system:') ? NOTHING : redacted,
      ['staff'],
      names.get(first.enteredBy) ?? first.enteredBy,
    ),
    deviations: act.flatMap(({ id }) => judged.get(id) ?? []),
  };
}

/** Dates that passed between the acts, the acts in the order of the journal whatever their clock said. */
function merged(
  acts: readonly ReplayMomentDto[],
  late: readonly ReplayMomentDto[],
): readonly ReplayMomentDto[] {
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
