import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseLinkEntity, type LinkAct, type LinkKind } from '../entities/relations/case-link.entity';
import { CaseLinksQuery, type LinkedCase } from './case-links.query';

/** Ties that wait for an answer of one case; more are told nobody, which who asks can't tell from silence. */
const MOST_UNANSWERED = 100;

type NewLine = Pick<CaseLinkEntity, 'linkId' | 'kind'>;

/** Lines of ties between cases: in one's own case as oneself, in the other by the system, which says nothing of it back. */
@Injectable()
export class CaseLinksRepository {
  constructor(
    @InjectRepository(CaseLinkEntity) private readonly lines: UnitRepository<CaseLinkEntity>,
    private readonly query: CaseLinksQuery,
    private readonly unit: UnitOfWork,
  ) {}

  /** Asks for a tie: the other case is told, if there is one of this reference. */
  async askFor(own: LinkedCase, line: NewLine, otherReference: string): Promise<void> {
    await this.addLine(own, line, 'asked', otherReference);
    await this.unit.asSystem('system:duplicates', async () => {
      const other = await this.query.findCase(otherReference);
      if (!other || (await this.query.countUnanswered(other.id)) >= MOST_UNANSWERED) return;
      await this.addLine(other, line, 'told');
      await this.unit.recordEvent({ type: 'case-link.told', shown: [other.id] });
    });
  }

  /** In this case alone. */
  addRefusal(own: LinkedCase, line: NewLine): Promise<void> {
    return this.addLine(own, line, 'refused');
  }

  /** In both cases. */
  async addToBoth(own: LinkedCase, line: NewLine, act: Extract<LinkAct, 'agreed' | 'ended'>): Promise<void> {
    await this.addLine(own, line, act);
    await this.unit.asSystem('system:duplicates', async () => {
      for (const other of await this.query.listCases(line.linkId))
        if (other.id !== own.id) {
          await this.addLine(other, line, act);
          await this.unit.recordEvent({ type: `case-link.${act}`, shown: [other.id] });
        }
    });
  }

  private async addLine(
    { id, teamId }: LinkedCase,
    { linkId, kind }: { readonly linkId: string; readonly kind: LinkKind },
    act: LinkAct,
    otherReference: string | null = null,
  ): Promise<void> {
    const at = new Date(this.unit.now());
    // Whose act it is, also where the system writes its line.
    const byId = this.unit.account.id;
    await this.lines.insertNew({ linkId, caseFileId: id, act, teamId, kind, byId, at, otherReference });
  }
}
