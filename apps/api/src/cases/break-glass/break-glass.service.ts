import { Injectable, type OnModuleInit } from '@nestjs/common';
import { exclusionOf, may } from '@repere/access';
import { parseReference } from '@repere/cases';
import type { DeclaredAct } from '../../platform/unit/act';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { BeforeActs } from '../../platform/unit/around/before-acts';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { CaseRow } from '../reading/case-row';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { FindDuplicatesService } from '../duplicates/find-duplicates.service';
import { SEARCH_MS } from '../duplicates/constant-time';
import { resourceOf } from '../reading/loaded-case';
import { refused } from '../../platform/refusals/refused';
import type { BreakGlassDto, BrokenGlassDto } from './break-glass.dto';
import { BrokenGlassRepository } from './broken-glass.repository';
import { NotifyOfEmergency } from './notify-of-emergency';
import type { ChildDto } from '../opening/child.dto';

const MINUTE = 60_000;
const DAY = 86_400_000;
const TRY: DeclaredAct = { type: 'break-glass.try', purpose: 'care', idempotent: false };
/**
 * TOOL: enough for a night of mistyped references, too few to go through a list. Of its own: whoever has just typed the name of a
 * new child has looked for look-alikes twenty times, and must not be kept out for that.
 */
const TRIES: RateLimit = { counted: 'break-glass', most: 20, minutes: 10 };
/** TOOL, in a day. */
const [MOST_SAME, MOST_ALL] = [2, 5];
export const OPEN_MINUTES = 60;
/** TOOL: no text of law says when an emergency access is to be looked at. */
export const REVIEW_HOURS = 72;

/**
 * Opens a case to somebody who has no relation to it, for an hour: a child found at night must be recordable. It reads, and
 * records what protects. Whoever looked for a case that isn't there learns as much as whoever may not open it: nothing.
 */
@Injectable()
export class BreakGlassService implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly alike: FindDuplicatesService,
    private readonly limits: RateLimits,
    private readonly glass: BrokenGlassRepository,
    private readonly notifying: NotifyOfEmergency,
    private readonly before: BeforeActs,
  ) {}

  /** Committed before it is looked for: a try that finds nothing counts as well. */
  onModuleInit(): void {
    this.before.register('break-glass.open', TRY, async () => {
      if (may(principalOf(this.unit.account), 'break-glass', { kind: 'service' }).yes)
        await this.limits.passForAccount(TRIES, 'too-many');
    });
  }

  async breakGlass(asked: BreakGlassDto): Promise<BrokenGlassDto> {
    const principal = principalOf(this.unit.account);
    const verdict = may(principal, 'break-glass', { kind: 'service' });
    if (!verdict.yes) throw new Refusal('not-allowed', { reasons: [verdict.reason] });
    // Before anything is looked for: neither this answer, nor the time of the next, says whether there is such a case.
    await this.refuseTooMany();
    const row = await this.unit.inConstantTime(SEARCH_MS, () => this.findCase(asked));
    if (may(principal, 'protect', resourceOf(row)).yes) return { caseFileId: row.id, until: null };
    await this.refuseSameAgain(row);
    const now = this.unit.now();
    const until = new Date(now + OPEN_MINUTES * MINUTE);
    await this.glass.addBreakGlass(row, {
      ...{ reason: asked.reason, words: asked.words, untilAt: until },
      reviewDueAt: new Date(now + REVIEW_HOURS * 60 * MINUTE),
    });
    await this.notifying.notifyOf(row);
    return { caseFileId: row.id, until: until.toISOString() };
  }

  /** Emergencies are few: whoever has many, or one that was none, asks for the case. */
  private async refuseTooMany(): Promise<void> {
    const row = await this.glass.lockOfAccount(this.unit.now() - DAY, this.unit.now() - 30 * DAY);
    if (!row || row.all >= MOST_ALL || row.isUnjustified) throw tooOften();
  }

  /** An hour is for an emergency. It stops only who opened this case today: they know that it is there. */
  private async refuseSameAgain({ id }: CaseRow): Promise<void> {
    const row = await this.glass.ofAccountAndCase(id, this.unit.now() - DAY);
    if (!row || row.same >= MOST_SAME) throw tooOften();
    if (row.isEnded) throw endedBySomebody();
  }

  /** The one case that was meant; `not-found` when there is none, or several, or a conflict stands between: which is not said. */
  private async findCase({ reference, child, reason, words }: BreakGlassDto): Promise<CaseRow> {
    const found =
      reference === undefined ? await this.byChild(child as ChildDto) : await this.byReference(reference);
    const [row] = found;
    if (!row || found.length > 1) throw new Refusal('not-found');
    this.unit.aboutCase(row.id);
    this.unit.notes({ reason, words });
    if (exclusionOf(principalOf(this.unit.account), resourceOf(row)) === 'conflict')
      throw new Refusal('not-found');
    return row;
  }

  private byReference(text: string): Promise<readonly CaseRow[]> {
    const reference = parseReference(text);
    if (reference === undefined) return Promise.resolve([]);
    return this.unit.asSystem('system:duplicates', async () => {
      const row = await this.rows.findByReference(reference);
      return row ? [row] : [];
    });
  }

  /** Name and birth both fit: a likeness of sound opens nothing. */
  private async byChild(child: ChildDto): Promise<readonly CaseRow[]> {
    const { visible, hidden } = await this.alike.findDuplicates(child);
    return [...visible, ...hidden]
      .filter(({ why }) => {
        const codes = why.map(({ code }) => code);
        return codes.includes('same-name') && codes.includes('birth-overlaps');
      })
      .map(({ row }) => row);
  }
}

const endedBySomebody = (): Refusal =>
  refused(
    'ended-by-somebody',
    'Cet accès d’urgence a été fermé aujourd’hui. Appelez l’astreinte ou la personne responsable : elle peut vous confier le dossier.',
    'This emergency access was ended today. Call the person on duty or the supervisor: they can give you the case.',
  );

const tooOften = (): Refusal =>
  refused(
    'too-often',
    'Vous avez ouvert trop d’accès d’urgence. Appelez l’astreinte ou la personne responsable : elle peut vous confier le dossier.',
    'You have opened too many emergency accesses. Call the person on duty or the supervisor: they can give you the case.',
  );
