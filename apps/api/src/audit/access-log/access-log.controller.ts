import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { AskWhyService } from './ask-why.service';
import { AnswerWhyDto, AskWhyDto, AskedDto, CaseLooksDto, QuestionsToMeDto } from './access-log.dto';
import { AccessLogService } from './access-log.service';

@ApiTags('audit')
@Controller()
export class AccessLogController {
  constructor(
    private readonly accessLog: AccessLogService,
    private readonly why: AskWhyService,
  ) {}

  @Route('GET case-files/:id/looks', {
    summary: 'Who saw the case, when, what for: for who is in charge of it, supervises or examines it',
    act: 'case-file.looks',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'see-looks' },
    query: [{ name: 'cursor', required: false }],
    answers: CaseLooksDto,
    refuses: ['invalid'],
  })
  show(@Param('id') id: string, @Query('cursor') cursor?: string): Promise<CaseLooksDto> {
    return this.accessLog.show(id, cursor);
  }

  @Route('POST case-files/:id/looks/:look/questions', {
    summary: 'Ask whoever looked why',
    act: 'look.ask',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'see-looks' },
    once: true,
    answers: created(AskedDto),
    refuses: ['refused', 'invalid'],
  })
  ask(@Param('id') id: string, @Param('look') look: string, @Body() body: AskWhyDto): Promise<AskedDto> {
    return this.why.ask(id, look, body.question);
  }

  @Route('GET look-questions', {
    summary: 'What the reader is asked about their own looks and has not answered, oldest first',
    act: 'look.questions',
    purpose: 'supervision',
    needs: { on: 'own' },
    answers: QuestionsToMeDto,
    refuses: [],
  })
  toMe(): Promise<QuestionsToMeDto> {
    return this.why.toMe();
  }

  @Route('PUT look-questions/:id/answer', {
    summary: 'Answer why one looked; once',
    act: 'look.answer',
    purpose: 'supervision',
    needs: { on: 'own' },
    once: true,
    answers: null,
    refuses: ['invalid'],
  })
  answer(@Param('id') id: string, @Body() body: AnswerWhyDto): Promise<void> {
    return this.why.answer(id, body.answer);
  }
}
