import { Body, Controller, Headers, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readIfMatch } from '../../platform/requests/if-match';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { ActDoneDto } from '../page/case-file.dto';
import { CaseReader } from '../reading/case-reader';
import { AnswerProposalService } from './answer-proposal.service';
import { NameLeadDto, ProposeLeadDto, RefuseLeadDto } from './lead-proposals.dto';
import { NameLeadService } from './name-lead.service';
import { ProposeLeadService } from './propose-lead.service';

/** Who leads a case from now on: proposed and accepted, or named at once where it can’t wait. */
@ApiTags('cases')
@Controller('case-files/:id')
export class LeadController {
  constructor(
    private readonly reader: CaseReader,
    private readonly proposing: ProposeLeadService,
    private readonly answering: AnswerProposalService,
    private readonly naming: NameLeadService,
  ) {}

  @Route('POST lead-proposals', {
    summary: 'Propose the lead to somebody, of whatever team: until they accept, nothing changes',
    description:
      'Who does not read the case sees it without names and places until they have answered. A new proposal replaces the one before.',
    act: 'lead.propose',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'assign' },
    once: true,
    ifMatch: 'seq',
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async proposeLead(
    @Param('id') id: string,
    @Body() body: ProposeLeadDto,
    @Headers('If-Match') seen?: string,
  ): Promise<void> {
    const seq = readIfMatch(seen);
    await this.proposing.proposeLead(await this.reader.lock(id), body, seq);
  }

  @Route('PUT lead-proposals/accepted/:proposalId', {
    summary: 'Accept to lead the case, as who is asked',
    act: 'lead.accept',
    purpose: 'care',
    needs: { on: 'case-file', act: 'advise' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async acceptLead(
    @Param('id') id: string,
    @Param('proposalId', ParseUuid) proposalId: string,
  ): Promise<void> {
    await this.answering.acceptProposal(await this.reader.lock(id), proposalId);
  }

  @Route('POST lead-proposals/:proposalId/refusal', {
    summary: 'Refuse to lead the case, as who is asked',
    act: 'lead.refuse',
    purpose: 'care',
    needs: { on: 'case-file', act: 'advise' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async refuseLead(
    @Param('id') id: string,
    @Param('proposalId', ParseUuid) proposalId: string,
    @Body() body: RefuseLeadDto,
  ): Promise<void> {
    await this.answering.refuseProposal(await this.reader.lock(id), proposalId, body);
  }

  @Route('PUT lead-proposals/closed/:proposalId', {
    summary: 'Take a proposal back; put away one that was refused, once it was read',
    act: 'lead.close',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'assign' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async closeProposal(
    @Param('id') id: string,
    @Param('proposalId', ParseUuid) proposalId: string,
  ): Promise<void> {
    await this.proposing.closeProposal(await this.reader.lock(id), proposalId);
  }

  @Route('PUT lead', {
    summary: 'Name the lead at once, as a supervisor of the team, where it can’t wait for their word',
    act: 'lead.name-at-once',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'assign' },
    once: true,
    ifMatch: 'seq',
    answers: ActDoneDto,
    refuses: ['invalid', 'refused'],
  })
  async putLead(
    @Param('id') id: string,
    @Body() body: NameLeadDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    const seq = readIfMatch(seen);
    return this.naming.nameLead(await this.reader.lock(id), body, seq);
  }
}
