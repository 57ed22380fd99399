import { Injectable } from '@nestjs/common';
import { isoDay, localDay } from '@repere/feel';
import { type ErasureGround, erasureGroundWords, retentionEnd } from '@repere/privacy';
import { AccountNames } from '../../cases/reading/account-names';
import { CaseReader } from '../../cases/reading/case-reader';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { PrivacyScope } from '../privacy-scope';
import { refused } from '../../platform/refusals/refused';
import { caseDates } from '../retention/case-dates';
import { RetentionDecisions } from '../retention/retention-decisions.repository';
import { ErasureQuery } from './erasure.query';
import { type ErasureRow, ErasuresRepository } from './erasures.repository';
import { ObstaclesQuery } from './obstacles.query';
import type { ErasureDto } from './erasures.dto';
import type { Page } from '../../platform/answers/page';

const PAGE = 25;

/** Proposing an erasure, refusing or withdrawing it, and what became of each. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scope: PrivacyScope,
    private readonly reader: CaseReader,
    private readonly erasures: ErasuresRepository,
    private readonly query: ErasureQuery,
    private readonly obstacles: ObstaclesQuery,
    private readonly decisions: RetentionDecisions,
    private readonly names: AccountNames,
  ) {}

  async listErasures(cursor?: string): Promise<Page<ErasureDto>> {
    const teamIds = this.scope.teamIds();
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const rows = await this.erasures.listErasures(teamIds, PAGE + 1, after);
    const page = rows.slice(0, PAGE);
    this.unit.shows(page.flatMap(({ caseFileId }) => caseFileId ?? []));
    const items: ErasureDto[] = [];
    for (const row of page) items.push(await this.showErasure(row));
    const last = page.at(-1);
    return { items, next: rows.length > PAGE && last ? writeCursor([last.at, last.id]) : null };
  }

  /** Throws `refused` with everything that is in the way. */
  async proposeErasure(caseFileId: string, ground: ErasureGround, basis: string): Promise<ErasureDto> {
    const file = await this.reader.lock(caseFileId);
    const obstacles = await this.obstacles.findObstacles(caseFileId);
    if (obstacles.length > 0) throw new Refusal('refused', { reasons: obstacles });
    if (await this.erasures.openOf(caseFileId))
      throw refused('proposed-already', 'L’effacement est déjà proposé.', 'Its erasure is proposed already.');
    const rule = ground === 'period-ended' ? await this.endedRule(file) : null;
    const { id, hash } = await this.erasures.proposeErasure(file, { ground, rule, basis });
    this.unit.notes({ erasure: id, ground, basis, hash, ...(rule !== null && { rule }) });
    return this.shownErasure(id);
  }

  /** `withdrawn` by who proposed it, `refused` by anybody else who could have agreed. */
  async settleErasure(id: string): Promise<void> {
    const row = await this.getOpenErasure(id);
    await this.reader.lockFor(row.caseFileId, 'retain');
    const outcome = row.proposedBy === this.unit.account.id ? 'withdrawn' : 'refused';
    await this.erasures.settleErasure(id, outcome);
    this.unit.notes({ erasure: id, outcome });
  }

  /** The proposal that still waits; `not-found` for whoever does not see it. */
  async getOpenErasure(id: string): Promise<ErasureRow & { readonly caseFileId: string }> {
    this.scope.teamIds();
    const row = await this.erasures.findErasure(id);
    if (!row) throw new Refusal('not-found');
    const { caseFileId } = row;
    if (caseFileId === null || row.outcome !== null)
      throw refused('settled', 'C’est déjà décidé.', 'This is decided already.');
    this.unit.aboutCase(caseFileId);
    return { ...row, caseFileId };
  }

  async shownErasure(id: string): Promise<ErasureDto> {
    const row = await this.erasures.findErasure(id);
    if (!row) throw new Refusal('not-found');
    return this.showErasure(row);
  }

  async showErasure(row: ErasureRow): Promise<ErasureDto> {
    const names = await this.names.readNames([row.proposedBy, row.settledBy]);
    const person = (id: string) => ({ id, name: names.get(id) ?? '' });
    const isOpen = row.caseFileId !== null && row.outcome === null;
    const isVoid = isOpen && (await this.query.hashOf(row.caseFileId)) !== row.hash;
    const obstacles = isOpen ? await this.obstacles.findObstacles(row.caseFileId) : [];
    const isMine = row.proposedBy === this.unit.account.id;
    return {
      id: row.id,
      reference: row.reference,
      caseFileId: row.caseFileId,
      caseReference: row.caseReference,
      ground: row.ground,
      groundWords: erasureGroundWords(row.ground),
      basis: row.basis,
      proposedBy: person(row.proposedBy),
      proposedAt: row.proposedAt.toISOString(),
      state: isVoid ? 'void' : (row.outcome ?? 'proposed'),
      settledBy: row.settledBy === null ? null : person(row.settledBy),
      settledAt: row.settledAt?.toISOString() ?? null,
      hash: row.hash,
      obstacles,
      may: {
        approve: isOpen && !isVoid && !isMine && obstacles.length === 0,
        withdraw: isOpen,
      },
    };
  }

  /** The rule whose period ended last; `refused` while one of them has not, or none is in force. */
  private async endedRule(file: LoadedCase): Promise<string> {
    const end = retentionEnd(await this.decisions.inForce(), caseDates(file));
    if (end.kind === 'none')
      throw refused(
        'no-period',
        'Aucune durée vérifiée ou décidée n’est en vigueur : elle ne peut pas être écoulée.',
        'No verified or decided period is in force: it cannot have ended.',
      );
    if (end.kind === 'open')
      throw refused(
        'not-due',
        'La durée de conservation ne peut pas encore être comptée.',
        'The period of retention cannot be counted yet.',
      );
    if (end.on > localDay(this.unit.now(), file.territory.zone))
      throw refused(
        'not-due',
        `La durée de conservation court jusqu’au ${isoDay(end.on - 1)}.`,
        `The period of retention runs until ${isoDay(end.on - 1)}.`,
      );
    return end.rule;
  }
}
