import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { placeOfRequest } from '../../platform/requests/request-origin';
import { Route } from '../../platform/routes/route';
import { AskedCapacityDto } from '../capacity/capacity.dto';
import { AnswerByLinkDto, OpenAnswerLinkDto } from './answer-links.dto';
import { AnswerLinksService } from './answer-links.service';

/** The door for a service without account. Only POST: programs that look at mails follow links, and answer nothing by that. */
@ApiTags('access')
@Controller('answer-links')
export class AnswerLinksController {
  constructor(private readonly links: AnswerLinksService) {}

  @Route('POST questions', {
    summary: 'The question of a link, with the code that was told by telephone; nothing of the case',
    act: null,
    unbound: 'nobody-signed-in',
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
}

const addressOf = (request: Request): string => request.ip ?? 'unknown';
