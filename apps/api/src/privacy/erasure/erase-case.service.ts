import { Injectable } from '@nestjs/common';
import { CaseReader } from '../../cases/reading/case-reader';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { refused } from '../../platform/refusals/refused';
import { ErasureQuery } from './erasure.query';
import { ErasuresService } from './erasures.service';
import { EraseKeptAnswers } from './erase-kept-answers';
import { ObstaclesQuery } from './obstacles.query';
import type { ErasureDto } from './erasures.dto';

/**
 * Erases a case once a second person agrees: key, rows and alias go, the event on its stream says why, and leaf and proofs
 * stay. One transaction: all of it, or nothing. The database checks the two persons and what they agreed to by itself.
 */
@Injectable()
export class EraseCaseService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly service: ErasuresService,
    private readonly query: ErasureQuery,
    private readonly obstacles: ObstaclesQuery,
    private readonly answers: EraseKeptAnswers,
  ) {}

  /** `hash`: of the case as the approver saw it proposed. Throws `not-found`, `stale` when it changed since, `refused`. */
  async approveErasure(id: string, hash: string): Promise<ErasureDto> {
    const { caseFileId, ...row } = await this.service.getOpenErasure(id);
    await this.reader.lockFor(caseFileId, 'retain');
    if (row.proposedBy === this.unit.account.id)
      throw refused(
        'own-act',
        'Une autre personne doit approuver l’effacement.',
        'Another person must approve the erasure.',
      );
    if (hash !== row.hash || hash !== (await this.query.hashOf(caseFileId)))
      throw new Refusal('stale', { reasons: [VOID] });
    const obstacles = await this.obstacles.findObstacles(caseFileId);
    if (obstacles.length > 0) throw new Refusal('refused', { reasons: obstacles });
    await this.answers.eraseAnswers(caseFileId);
    const { events, eventsHash } = await this.query.destroyKey(id);
    // The case has no key any more: what this event commits to is sealed under the space's.
    const { seq } = await this.unit.recordEvent({
      type: 'erasure',
      caseFileId,
      payload: {
        erasure: id,
        reference: row.reference,
        ground: row.ground,
        basis: row.basis,
        ...(row.rule !== null && { rule: row.rule }),
        approved: hash,
        'proposed-by': row.proposedBy,
        key: row.caseKeyId,
        events,
        'events-hash': eventsHash,
      },
    });
    await this.query.forget(id, seq);
    // Who repeats the request, since no answer came, is told again that it is done.
    this.unit.aboutNone();
    return this.service.shownErasure(id);
  }
}

const VOID = {
  code: 'void',
  text: {
    fr: 'Le dossier a changé depuis la proposition : elle ne vaut plus.',
    en: 'The case has changed since it was proposed: the proposal is void.',
  },
};
