import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../cases/reading/case-reader';
import { ParseUuid } from '../platform/requests/parse-uuid';
import { Route } from '../platform/routes/route';
import { created } from '../platform/routes/route-answers';
import { ConferencePageService } from './conference-page.service';
import {
  JudgeMinutesDto,
  PassActionDto,
  PlanConferenceDto,
  PrepareConferenceDto,
  SettleActionDto,
  WriteMinutesDto,
} from './conference-sent.dto';
import { ConferencePageDto, ConferencesDto, PlannedConferenceDto } from './conferences.dto';
import { SayConferenceService } from './say-conference.service';
import { PassActionService } from './actions/pass-action.service';
import { TakeOnActionsService } from './actions/take-on-actions.service';

const READS = { on: 'case-file', act: 'read' } as const;
/** Who works on the case: not who broke the glass, since they are not shown all that they would write over. */
const WRITES = { on: 'case-file', act: 'write' } as const;

/** Case conferences: planned from what is open in a case, written down, agreed to by another person, and their actions. */
@ApiTags('conferences')
@Controller('case-files/:id/conferences')
export class ConferencesController {
  constructor(
    private readonly reader: CaseReader,
    private readonly page: ConferencePageService,
    private readonly saying: SayConferenceService,
    private readonly actions: TakeOnActionsService,
    private readonly passing: PassActionService,
  ) {}

  @Route('GET', {
    summary: 'Conferences of the case, who may be invited, and what is open to speak of',
    act: 'conference.list',
    purpose: 'care',
    needs: READS,
    answers: ConferencesDto,
    refuses: [],
  })
  async listConferences(@Param('id') id: string): Promise<ConferencesDto> {
    return this.page.listConferences(await this.reader.readCase(id));
  }

  @Route('POST', {
    summary: 'Plan a conference: it stands in the calendar of the case and of who is invited',
    act: 'conference.plan',
    purpose: 'care',
    needs: WRITES,
    once: true,
    answers: created(PlannedConferenceDto),
    refuses: ['invalid', 'refused'],
  })
  planConference(@Param('id') id: string, @Body() body: PlanConferenceDto): Promise<PlannedConferenceDto> {
    return this.saying.planConference(id, body);
  }

  @Route('GET :appointmentId', {
    summary: 'A conference with its minutes and actions, and everything that was said of it before',
    act: 'conference.read',
    purpose: 'care',
    needs: READS,
    answers: ConferencePageDto,
    refuses: [],
  })
  async showConference(
    @Param('id') id: string,
    @Param('appointmentId', new ParseUuid()) appointmentId: string,
  ): Promise<ConferencePageDto> {
    return this.page.showConference(await this.reader.readCase(id), appointmentId);
  }

  @Route('POST :appointmentId/preparation', {
    summary: 'Change who is invited and what is spoken of, until minutes are written',
    act: 'conference.prepare',
    purpose: 'care',
    needs: WRITES,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  prepareConference(
    @Param('id') id: string,
    @Param('appointmentId', new ParseUuid()) appointmentId: string,
    @Body() body: PrepareConferenceDto,
  ): Promise<void> {
    return this.saying.prepareConference(id, appointmentId, body);
  }

  @Route('POST :appointmentId/minutes', {
    summary: 'Write the minutes, or correct them; what was said before stays',
    act: 'conference.write',
    purpose: 'care',
    needs: WRITES,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  writeMinutes(
    @Param('id') id: string,
    @Param('appointmentId', new ParseUuid()) appointmentId: string,
    @Body() body: WriteMinutesDto,
  ): Promise<void> {
    return this.saying.writeMinutes(id, appointmentId, body);
  }

  @Route('POST :appointmentId/verdict', {
    summary: 'Another person agrees to the minutes that stand, or sends them back',
    act: 'conference.judge',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'approve' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  judgeMinutes(
    @Param('id') id: string,
    @Param('appointmentId', new ParseUuid()) appointmentId: string,
    @Body() body: JudgeMinutesDto,
  ): Promise<void> {
    return this.saying.judgeMinutes(id, appointmentId, body);
  }

  @Route('POST :appointmentId/actions/:actionId/outcome', {
    summary: 'An action was done, or was not and why',
    act: 'conference.settle-action',
    purpose: 'care',
    needs: WRITES,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  settleAction(
    @Param('id') id: string,
    @Param('appointmentId', new ParseUuid()) appointmentId: string,
    @Param('actionId', new ParseUuid()) actionId: string,
    @Body() body: SettleActionDto,
  ): Promise<void> {
    return this.actions.settleAction(id, { appointmentId, actionId }, body);
  }

  @Route('POST :appointmentId/actions/:actionId/owner', {
    summary: 'Somebody else who works on the case takes over an action that is open, and why',
    act: 'conference.pass-action',
    purpose: 'care',
    needs: WRITES,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  passAction(
    @Param('id') id: string,
    @Param('appointmentId', new ParseUuid()) appointmentId: string,
    @Param('actionId', new ParseUuid()) actionId: string,
    @Body() body: PassActionDto,
  ): Promise<void> {
    return this.passing.passAction(id, { appointmentId, actionId }, body);
  }
}
