import { Injectable } from '@nestjs/common';
import { applyEntry, type Command } from '@repere/case-engine';
import type { FactRole, FactValue } from '@repere/protocol';
import { isoDay, localDay, parseDate, startOfDay } from '@repere/feel';
import { territoryOf } from '@repere/territories';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseCommandHandler, problemReason } from '../acts/case-command-handler';
import { CaseReader } from '../reading/case-reader';
import { DuplicateTasksRepository } from '../duplicates/duplicate-tasks.repository';
import { type Alike, FindDuplicatesService } from '../duplicates/find-duplicates.service';
import type { LoadedCase } from '../reading/loaded-case';
import { readOccurrence } from '../journal/read-occurrence';
import { InsertCaseFile } from './insert-case-file';
import type { OpenCaseFileDto } from './open-case-file.dto';
import type { ChildDto } from './child.dto';

/** Opens a case with almost nothing: danger is asked first, identification starts, and protection at once if danger was seen. */
@Injectable()
export class OpenCaseFileService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly commands: CaseCommandHandler,
    private readonly inserting: InsertCaseFile,
    private readonly duplicates: FindDuplicatesService,
    private readonly tasks: DuplicateTasksRepository,
  ) {}

  async openCaseFile(asked: OpenCaseFileDto): Promise<string> {
    const team = this.inserting.teamOf();
    checkBirth(asked.child);
    const territory = territoryOf(team.territory);
    if (!territory) throw new Error(`no territory ${team.territory}`);
    const firstContact = readOccurrence(asked.firstContactAt, territory.zone, 'firstContactAt');
    if (firstContact && firstContact.from > this.unit.now())
      throw refused('in-future', 'Cette date est à venir.', 'This date is in the future.', 'firstContactAt');

    await this.duplicates.openAlone(asked.child);
    const { visible, hidden } = await this.duplicates.findDuplicates(asked.child, asked.id);
    const unanswered = stillAlike(visible, asked);
    // A child in danger, or perhaps, waits for no paper: the case is there first.
    if (asked.urgentDangerSeen === 'no') refuseUnanswered(unanswered);
    await this.inserting.insert(asked);
    const row = await this.reader.allowed(asked.id, 'write');
    const empty = await this.reader.loadCase(row);
    let file = this.follow(empty, {
      kind: 'record-facts',
      values: {
        ...factsOf(empty, asked),
        ...ofRole(
          empty,
          'first-seen',
          firstContact && dayOf(asked.firstContactAt ?? '', firstContact.from, territory.zone),
        ),
      },
      ...noteOf(asked, visible),
    });
    for (const begins of openWithCase(file))
      // One may have opened by what another says of the danger.
      if (!isOpen(file, begins.protocol)) file = this.follow(file, { kind: 'open-run', ...begins });
    await this.commands.recordEntries(empty, file.journal);
    await this.tasks.raise(row, hidden);
    const today = localDay(this.unit.now(), territory.zone);
    await this.tasks.raise(row, unanswered, {
      askedOf: this.unit.account.id,
      dueAt: startOfDay(today + 1, territory.zone),
    });
    return asked.id;
  }

  /** The case with what the command comes to, not yet recorded. */
  private follow(file: LoadedCase, command: Command): LoadedCase {
    const decision = this.commands.decide(file, command);
    if (!decision.ok) throw new Refusal('refused', { reasons: decision.reasons.map(problemReason) });
    return file.after(decision.entries, decision.entries.reduce(applyEntry, file.state));
  }
}

/** What the case starts from, as facts: asked once, never again. */
function factsOf(
  file: LoadedCase,
  { child, urgentDangerSeen }: OpenCaseFileDto,
): Readonly<Record<string, FactValue>> {
  const seen =
    urgentDangerSeen === 'yes' || urgentDangerSeen === 'no' ? urgentDangerSeen : { answer: urgentDangerSeen };
  return {
    ...ofRole(file, 'danger-seen', seen),
    ...ofRole(file, 'birth', child.birth),
    ...ofRole(file, 'sex', child.gender === 'unknown' ? undefined : child.gender),
  };
}

/** The value as that of the fact which is read so; nothing where there is none, or no value. */
function ofRole(
  file: LoadedCase,
  role: FactRole,
  value: FactValue | undefined,
): Readonly<Record<string, FactValue>> {
  const id = file.idOf(role);
  return id === undefined || value === undefined ? {} : { [id]: value };
}

/** Every protocol that says that every case opens with it, in the version in force: none takes the place of another. */
function openWithCase(file: LoadedCase): readonly {
  readonly protocol: string;
  readonly version: string;
}[] {
  const found = Object.entries(file.inForce).flatMap(([protocol, version]) =>
    file.documentInForce(protocol)?.opensWith === 'case' ? [{ protocol, version }] : [],
  );
  if (found.length === 0) throw new Error('no published protocol opens with a case');
  return found;
}

const isOpen = ({ journal }: LoadedCase, protocol: string): boolean =>
  journal.some((it) => it.kind === 'run-opened' && it.protocol === protocol);

/** The day of a moment on the clock of the case; a date is kept as it was written. */
const dayOf = (written: string, at: number, zone: string): string =>
  written.includes('T') ? isoDay(localDay(at, zone)) : written;

/** Why the look-alikes are other children, kept with the opening. */
function noteOf({ notDuplicates }: OpenCaseFileDto, visible: readonly Alike[]): { note?: string } {
  const lines = notDuplicates.flatMap(({ caseFileId, why }) => {
    const alike = visible.find(({ row }) => row.id === caseFileId);
    return alike ? [`${alike.row.reference} : ${why}`] : [];
  });
  return lines.length > 0 ? { note: lines.join('\n') } : {};
}

/** Look-alikes of which nobody has said yet that they are other children. */
function stillAlike(visible: readonly Alike[], { notDuplicates }: OpenCaseFileDto): readonly Alike[] {
  const answered = new Set(
    notDuplicates.filter(({ why }) => why.trim() !== '').map(({ caseFileId }) => caseFileId),
  );
  return visible.filter(({ row }) => !answered.has(row.id));
}

function refuseUnanswered(open: readonly Alike[]): void {
  if (open.length === 0) return;
  throw new Refusal('refused', {
    reasons: open.map(({ row, why }) => ({
      code: 'possible-duplicate',
      field: `notDuplicates.${row.id}`,
      text: {
        fr: `Le dossier ${row.reference} ressemble (${why.map(({ text }) => text.fr).join(', ')}). Est-ce le même enfant ? Sinon, dites pourquoi.`,
        en: `Case ${row.reference} looks alike (${why.map(({ text }) => text.en).join(', ')}). Is it the same child? If not, say why.`,
      },
    })),
  });
}

export function checkBirth({ birth }: ChildDto): void {
  if (birth === undefined) return;
  const result = parseDate(birth);
  if (!result.ok) throw new Refusal('invalid', { reasons: [{ ...result.problem, field: 'child.birth' }] });
}
