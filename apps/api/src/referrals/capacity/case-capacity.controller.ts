import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../../cases/reading/case-reader';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { RemindPartnerDto } from '../answers/answers.dto';
import { RenewLinkService } from '../answer-links/renew-link.service';
import { AnswerCapacityService } from './answer-capacity.service';
import { AskCapacityService } from './ask-capacity.service';
import {
  AnswerCapacityDto,
  AskCapacityDto,
  CapacityQuestionsDto,
  RecordCapacityUnmetDto,
} from './capacity.dto';
import { TellServiceDto } from '../told/tell-service.dto';
import { TellServiceService } from '../told/tell-service.service';
import { RemindServiceService } from './remind-service.service';
import { ShowCapacityService } from './show-capacity.service';

const REFERS = { on: 'case-file', act: 'refer' } as const;

/** Questions for a place, of one case: asked before anybody is told who the child is. */
@ApiTags('directory')
@Controller('case-files/:id/capacity-questions')
export class CaseCapacityController {
  constructor(
    private readonly reader: CaseReader,
    private readonly asking: AskCapacityService,
    private readonly showing: ShowCapacityService,
    private readonly answering: AnswerCapacityService,
    private readonly links: RenewLinkService,
    private readonly telling: TellServiceService,
    private readonly reminding: RemindServiceService,
  ) {}

  @Route('GET', {
    summary: 'Which services were asked for a place, and what each answers',
    act: 'capacity.list',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    answers: CapacityQuestionsDto,
    refuses: [],
  })
  async listQuestions(@Param('id') id: string): Promise<CapacityQuestionsDto> {
    return this.showing.ofCase(await this.reader.readCase(id));
  }

  @Route('POST', {
    summary:
      'Ask many services at once whether they have a place; recorded as shared, with no word of who it is',
    act: 'capacity.ask',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async askForCapacity(@Param('id') id: string, @Body() body: AskCapacityDto): Promise<void> {
    await this.asking.askForCapacity(await this.reader.lock(id), body);
  }

  @Route('POST requests/:requestId/answers', {
    summary: 'The answer of a service, as it was told by telephone',
    act: 'capacity.record-answer',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async recordAnswer(
    @Param('id') id: string,
    @Param('requestId', new ParseUuid()) requestId: string,
    @Body() body: AnswerCapacityDto,
  ): Promise<void> {
    await this.answering.recordAnswer(await this.reader.lock(id), requestId, body);
  }

  @Route('POST requests/:requestId/reminders', {
    summary: 'The service was chased, or is by another mail: its accounts, or another link with another code',
    act: 'capacity.remind',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async remind(
    @Param('id') id: string,
    @Param('requestId', new ParseUuid()) requestId: string,
    @Body() body: RemindPartnerDto,
  ): Promise<void> {
    await this.reminding.remind(await this.reader.lock(id), requestId, body);
  }

  @Route('PUT links/:requestId', {
    summary: 'Another link with another code to a service without account; the one before opens nothing',
    act: 'capacity.renew-link',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['refused'],
  })
  async renewLink(
    @Param('id') id: string,
    @Param('requestId', new ParseUuid()) requestId: string,
  ): Promise<void> {
    await this.links.renew(await this.reader.lock(id), requestId);
  }

  @Route('PUT closed/:questionId', {
    summary: 'Nobody looks for this place any more: services are told so where they answer',
    act: 'capacity.close',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: [],
  })
  async closeQuestion(
    @Param('id') id: string,
    @Param('questionId', new ParseUuid()) questionId: string,
  ): Promise<void> {
    await this.answering.closeQuestion(await this.reader.lock(id), questionId);
  }

  @Route('PUT met/:questionId', {
    summary: 'Somebody covers the need, whoever it is: services are asked no more, and it is no gap any more',
    act: 'capacity.met',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: [],
  })
  async recordMet(
    @Param('id') id: string,
    @Param('questionId', new ParseUuid()) questionId: string,
  ): Promise<void> {
    await this.answering.recordMet(await this.reader.lock(id), questionId);
  }

  @Route('POST requests/:requestId/told', {
    summary:
      'Who the child is was told to a service without account that said yes: one at a time; recorded as shared',
    act: 'capacity.tell',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async recordTold(
    @Param('id') id: string,
    @Param('requestId', new ParseUuid()) requestId: string,
    @Body() body: TellServiceDto,
  ): Promise<void> {
    await this.telling.recordTold(await this.reader.lock(id), requestId, body);
  }

  @Route('POST :questionId/unmet', {
    summary: 'No service has a place: the need is unmet, with how many were asked, said no, or said nothing',
    act: 'capacity.unmet',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async recordUnmet(
    @Param('id') id: string,
    @Param('questionId', new ParseUuid()) questionId: string,
    @Body() body: RecordCapacityUnmetDto,
  ): Promise<void> {
    await this.answering.recordUnmet(await this.reader.lock(id), questionId, body);
  }
}
