import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { AnswerCapacityService } from './answer-capacity.service';
import { AnswerCapacityDto, ReceivedCapacitiesDto } from './capacity.dto';
import { ShowCapacityService } from './show-capacity.service';

/** Questions for a place, for accounts of the services that were asked. */
@ApiTags('directory')
@Controller('capacity-requests')
export class ReceivedCapacityController {
  constructor(
    private readonly showing: ShowCapacityService,
    private readonly answering: AnswerCapacityService,
  ) {}

  @Route('GET', {
    summary: 'Questions for a place to one’s own services, with nothing of a case',
    act: 'capacity.received',
    purpose: 'care',
    needs: { on: 'own' },
    query: [{ name: 'cursor', required: false }],
    answers: ReceivedCapacitiesDto,
    refuses: ['invalid'],
  })
  listReceived(@Query('cursor') cursor?: string): Promise<ReceivedCapacitiesDto> {
    return this.showing.received(cursor);
  }

  @Route('POST :requestId/answers', {
    summary: 'What one’s own service answers; a later answer takes the place of an earlier one',
    act: 'capacity.answer',
    purpose: 'care',
    needs: { on: 'own' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused', 'not-found'],
  })
  answerRequest(
    @Param('requestId', new ParseUuid()) requestId: string,
    @Body() body: AnswerCapacityDto,
  ): Promise<void> {
    return this.answering.answerOwn(requestId, body);
  }
}
