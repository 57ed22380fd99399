import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { placeOfRequest } from '../../platform/requests/request-origin';
import { Route } from '../../platform/routes/route';
import { AskedCapacityDto } from '../capacity/capacity.dto';
import { AnswerByLinkDto, AskCallBackDto, LinkCallBackDto, OpenAnswerLinkDto } from './answer-links.dto';
import {
  AnswerReferralByLinkDto,
  LinkedReferralDto,
  WriteMessageByLinkDto,
} from '../told/linked-referral.dto';
import { AnswerLinksService } from './answer-links.service';

/** The door for a service without account. Only POST: programs that look at mails follow links, and answer nothing by that. */
@ApiTags('access')
@Controller('answer-links')
export class AnswerLinksController {
  constructor(private readonly links: AnswerLinksService) {}

  @Route('POST call-backs', {
    summary: 'The number of the team that sent a link, before the code; nothing of what is asked',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'looks',
    needs: { on: 'open' },
    answers: LinkCallBackDto,
    refuses: ['invalid', 'locked', 'cross-site', 'unsupported-media', 'unavailable'],
  })
  findCallBack(@Body() { token }: AskCallBackDto, @Req() request: Request): Promise<LinkCallBackDto> {
    return this.links.findCallBack(placeOfRequest(request), addressOf(request), token);
  }

  @Route('POST questions', {
    summary: 'The question of a link, with the code that was told by telephone; nothing of the case',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'looks',
    needs: { on: 'open' },
    answers: AskedCapacityDto,
    refuses: ['invalid', 'refused', 'locked', 'cross-site', 'unsupported-media', 'unavailable'],
  })
  openQuestion(@Body() body: OpenAnswerLinkDto, @Req() request: Request): Promise<AskedCapacityDto> {
    return this.links.openQuestion(placeOfRequest(request), addressOf(request), body);
  }

  @Route('POST answers', {
    summary: 'What the service answers; a later answer takes the place of an earlier one',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: AskedCapacityDto,
    refuses: ['invalid', 'refused', 'locked', 'cross-site', 'unsupported-media', 'unavailable'],
  })
  answerQuestion(@Body() body: AnswerByLinkDto, @Req() request: Request): Promise<AskedCapacityDto> {
    return this.links.answerQuestion(placeOfRequest(request), addressOf(request), body);
  }

  @Route('POST referrals', {
    summary:
      'How a referral stands that a service was told of, with the code of its link; nothing of the case',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: LinkedReferralDto,
    refuses: ['invalid', 'refused', 'locked', 'cross-site', 'unsupported-media', 'unavailable'],
  })
  openReferral(@Body() body: OpenAnswerLinkDto, @Req() request: Request): Promise<LinkedReferralDto> {
    return this.links.openReferral(placeOfRequest(request), addressOf(request), body);
  }

  @Route('POST referral-answers', {
    summary: 'What the service answers to a referral; a later answer takes the place of an earlier one',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: LinkedReferralDto,
    refuses: ['invalid', 'refused', 'locked', 'cross-site', 'unsupported-media', 'unavailable'],
  })
  answerReferral(@Body() body: AnswerReferralByLinkDto, @Req() request: Request): Promise<LinkedReferralDto> {
    return this.links.answerReferral(placeOfRequest(request), addressOf(request), body);
  }

  @Route('POST referral-messages', {
    summary: 'Write to the team that told the service of a child; no answer, whatever it says',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: LinkedReferralDto,
    refuses: ['invalid', 'refused', 'locked', 'cross-site', 'unsupported-media', 'unavailable'],
  })
  writeMessage(@Body() body: WriteMessageByLinkDto, @Req() request: Request): Promise<LinkedReferralDto> {
    return this.links.writeMessage(placeOfRequest(request), addressOf(request), body);
  }
}

const addressOf = (request: Request): string => request.ip ?? 'unknown';
