import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { AskWhyService } from './ask-why.service';
import { AnswerWhyDto, AskWhyDto, AskedDto, CaseAccessLogDto, QuestionsToMeDto } from './access-log.dto';
import { AccessLogService } from './access-log.service';

@ApiTags('audit')
@Controller()
export class AccessLogController {
  constructor(
    private readonly accessLog: AccessLogService,
    private readonly why: AskWhyService,
  ) {}

  @Route('GET case-files/:id/access-log', {
    summary: 'Who saw the case, when, what for: for who is in charge of it, supervises or examines it',
    act: 'case-file.access-log',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'see-access-log' },
    query: [{ name: 'cursor', required: false }],
    answers: CaseAccessLogDto,
    refuses: ['invalid'],
  })
  showAccessLog(@Param('id') id: string, @Query('cursor') cursor?: string): Promise<CaseAccessLogDto> {
    return this.accessLog.showAccessLog(id, cursor);
  }

  @Route('POST case-files/:id/access-log/:event/questions', {
    summary: 'Ask whoever looked why',
    act: 'access-question.ask',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'see-access-log' },
    once: true,
    answers: created(AskedDto),
    refuses: ['refused', 'invalid'],
  })
  askWhy(@Param('id') id: string, @Param('event') event: string, @Body() body: AskWhyDto): Promise<AskedDto> {
    return this.why.askWhy(id, event, body.question);
  }

  @Route('GET access-questions', {
    summary: 'What the reader is asked about their own access to cases and has not answered, oldest first',
    act: 'access-question.list',
    purpose: 'supervision',
    needs: { on: 'own' },
    answers: QuestionsToMeDto,
    refuses: [],
  })
  toMe(): Promise<QuestionsToMeDto> {
    return this.why.toMe();
  }

  @Route('PUT access-questions/:id/answer', {
    summary: 'Answer why one looked; once',
    act: 'access-question.answer',
    purpose: 'supervision',
    needs: { on: 'own' },
    once: true,
    answers: null,
    refuses: ['invalid'],
  })
  answerWhy(@Param('id') id: string, @Body() body: AnswerWhyDto): Promise<void> {
    return this.why.answerWhy(id, body.answer);
  }
}
