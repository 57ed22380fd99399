import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Refusal } from '../../platform/refusals/refusal';
import { placeOfRequest } from '../../platform/requests/request-origin';
import { Route } from '../../platform/routes/route';
import { Authentication } from '../../platform/unit/authentication';
import { LeadTokens } from '../play/lead-tokens';
import { ClassAnswers } from './class-answers.service';
import { AnswerQuestionDto, ClassQuestionsDto } from './questions.dto';
import { ShowQuestions } from './show-questions.service';

/** What the scenario of a training space asks a class: learners answer for themselves, whoever leads for all. In a live space there is nothing of the kind. */
@ApiTags('training')
@Controller('training/questions')
export class QuestionsController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly answers: ClassAnswers,
    private readonly showing: ShowQuestions,
    private readonly authentication: Authentication,
  ) {}

  @Route('GET', {
    summary: 'What is asked of the class by now, and what whoever leads ticks',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: ClassQuestionsDto,
    refuses: ['unauthenticated', 'not-found', 'not-allowed', 'refused', 'too-many', 'unavailable'],
  })
  async readQuestions(@Req() request: Request): Promise<ClassQuestionsDto> {
    const place = placeOfRequest(request);
    if (place.space.kind !== 'training') throw new Refusal('not-found');
    return this.leads.leads(request)
      ? this.leads.asLead(request, () => this.showing.readQuestions(place, null))
      : this.showing.readQuestions(place, this.authentication.ofRequest(request));
  }

  @Route('PUT :question', {
    summary: 'Answer a question: a learner once, for themselves; whoever leads for the class',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: [
      ...(['invalid', 'unauthenticated', 'not-found', 'not-allowed', 'refused', 'cross-site'] as const),
      ...(['too-many', 'unsupported-media', 'unavailable'] as const),
    ],
  })
  async answerQuestion(
    @Param('question') question: string,
    @Body() { choice }: AnswerQuestionDto,
    @Req() request: Request,
  ): Promise<void> {
    const place = placeOfRequest(request);
    if (place.space.kind !== 'training') throw new Refusal('not-found');
    await (this.leads.leads(request)
      ? this.leads.asLead(request, () => this.answers.answerForClass(place, question, choice))
      : this.answers.answerQuestion(place, this.authentication.ofRequest(request), question, choice));
  }

  @Route('DELETE :question', {
    summary: 'Take the answer of the class back: those of single learners count again',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: ['not-found', 'not-allowed', 'refused', 'cross-site', 'too-many', 'unavailable'],
  })
  takeBack(@Param('question') question: string, @Req() request: Request): Promise<void> {
    return this.leads.asLead(request, (place) => this.answers.takeBack(place, question));
  }
}
