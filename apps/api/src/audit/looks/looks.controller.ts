import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { AskWhyService } from './ask-why.service';
import { AnswerWhyDto, AskWhyDto, AskedDto, CaseLooksDto, QuestionsToMeDto } from './looks.dto';
import { LooksService } from './looks.service';

@ApiTags('audit')
@Controller()
export class LooksController {
  constructor(
    private readonly looks: LooksService,
    private readonly why: AskWhyService,
  ) {}

  @Get('case-files/:id/looks')
  @Act('case-file.looks', { purpose: 'supervision' })
  @ApiOperation({
    summary: 'Who saw the case, when, what for: for who is in charge of it, supervises or examines it',
  })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: CaseLooksDto })
  @Refuses('not-found', 'invalid')
  show(@Param('id') id: string, @Query('cursor') cursor?: string): Promise<CaseLooksDto> {
    return this.looks.show(id, cursor);
  }

  @Post('case-files/:id/looks/:look/questions')
  @HttpCode(201)
  @Act('look.ask', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Ask whoever looked why' })
  @ApiCreatedResponse({ type: AskedDto })
  @Refuses('not-found', 'refused', 'invalid')
  ask(@Param('id') id: string, @Param('look') look: string, @Body() body: AskWhyDto): Promise<AskedDto> {
    return this.why.ask(id, look, body.question);
  }

  @Get('look-questions')
  @Act('look.questions', { purpose: 'supervision' })
  @ApiOperation({
    summary: 'What the reader is asked about their own looks and has not answered, oldest first',
  })
  @ApiOkResponse({ type: QuestionsToMeDto })
  toMe(): Promise<QuestionsToMeDto> {
    return this.why.toMe();
  }

  @Put('look-questions/:id/answer')
  @HttpCode(204)
  @Act('look.answer', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Answer why one looked; once' })
  @ApiNoContentResponse()
  @Refuses('not-found', 'invalid')
  answer(@Param('id') id: string, @Body() body: AnswerWhyDto): Promise<void> {
    return this.why.answer(id, body.answer);
  }
}
