import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { LEAD_AT_ONCE_WORDS, type LeadAtOnceReason } from '@repere/cases';
import { refused } from '../../platform/refusals/refused';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseCommandHandler } from '../acts/case-command-handler';
import { CoverQuery } from '../cover/cover.query';
import type { ActDoneDto } from '../page/case-file.dto';
import type { LoadedCase } from '../reading/loaded-case';
import { ChangeLeadService } from './change-lead.service';
import { LeadCandidates } from './lead-candidates';
import type { NameLeadDto } from './lead-proposals.dto';
import { namesLead } from './names-lead';
import { ProposeLeadService } from './propose-lead.service';

/** The narrow way around a proposal: a supervisor of the team names somebody of it at once, where the child can’t wait. */
@Injectable()
export class NameLeadService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly commands: CaseCommandHandler,
    private readonly candidates: LeadCandidates,
    private readonly cover: CoverQuery,
    private readonly proposing: ProposeLeadService,
    private readonly lead: ChangeLeadService,
  ) {}

  async nameLead(
    file: LoadedCase,
    { accountId, reason, words }: NameLeadDto,
    seen: number,
  ): Promise<ActDoneDto> {
    await this.commands.refuseStale(file, seen, (entries) => entries.some(namesLead));
    if (!may(principalOf(this.unit.account), 'restrict', file.resource).yes) throw notSupervisor();
    if (!(await this.holds(file, reason))) throw notSo(reason);
    const account = await this.candidates.demandCandidate(file, accountId, { widens: true });
    if (!account.teamIds.includes(file.row.teamId)) throw notInTeam();
    await this.proposing.endOpen(file, 'overtaken');
    this.unit.notes({ reason });
    return this.lead.changeLead(file, {
      ...{ id: accountId, about: 'lead-at-once' },
      note: `${account.name}\n${words}`,
    });
  }

  /** What the house knows is not taken on anybody’s word. */
  private async holds({ row }: LoadedCase, reason: LeadAtOnceReason): Promise<boolean> {
    const { leadId, recusedIds } = row;
    switch (reason) {
      case 'gone':
        return leadId === null;
      case 'away':
        return leadId !== null && (await this.cover.isAway(leadId));
      case 'conflict':
        return leadId !== null && recusedIds.includes(leadId);
      case 'danger':
        return true;
    }
  }
}

const notSupervisor = () =>
  refused(
    'not-supervisor',
    'Sans attendre son accord, seule une personne responsable de l’équipe nomme qui pilote\u00A0: proposez-le.',
    'Without waiting for their word, only a supervisor of the team names who leads: propose it.',
  );

const notSo = (reason: LeadAtOnceReason) =>
  refused(
    'reason-not-so',
    `Ce motif ne vaut pas ici\u00A0: «\u00A0${LEAD_AT_ONCE_WORDS[reason].fr}\u00A0».`,
    `This reason does not hold here: “${LEAD_AT_ONCE_WORDS[reason].en}”.`,
    'reason',
  );

const notInTeam = () =>
  refused(
    'not-in-team',
    'Cette personne n’est pas de l’équipe\u00A0: proposez-lui le dossier.',
    'This person is not of the team: propose the case to them.',
    'accountId',
  );
