import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EndedSessions, OwnSessions } from '@repere/cases';
import type { Request } from 'express';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';
import { SessionAuthentication } from '../session-authentication';
import { EndSessions } from './end-sessions.service';
import { OwnSessionsQuery } from './own-sessions.query';
import { EndedSessionsDto, EndSessionDto, OwnSessionsDto } from './sessions.dto';

/** Where one is signed in, and how to end it there: a telephone that was lost, a desk that was left. */
@ApiTags('access')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly authentication: SessionAuthentication,
    private readonly sessions: OwnSessionsQuery,
    private readonly end: EndSessions,
    private readonly unit: UnitOfWork,
  ) {}

  @Get()
  @Act('session.list', { purpose: 'access' })
  @ApiOperation({ summary: 'Where one is signed in, in this space' })
  @ApiOkResponse({ type: OwnSessionsDto })
  list(@Req() request: Request): Promise<OwnSessions> {
    return this.sessions.find(this.authentication.sessionOf(request));
  }

  @Post('end')
  @Act('session.end', { purpose: 'access' })
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of one’s own sessions, from its next request on' })
  @ApiNoContentResponse()
  @Refuses('invalid', 'not-found', 'unsupported-media')
  async endOne(@Body() { id }: EndSessionDto): Promise<void> {
    this.unit.notes({ session: id });
    if (!(await this.end.one(this.unit.account.id, id))) throw new Refusal('not-found');
  }

  @Post('end-others')
  @Act('session.end-others', { purpose: 'access' })
  @HttpCode(200)
  @ApiOperation({ summary: 'End all of one’s own sessions but this one' })
  @ApiOkResponse({ type: EndedSessionsDto })
  async endOthers(@Req() request: Request): Promise<EndedSessions> {
    const { id } = this.authentication.sessionOf(request);
    const ended = await this.end.ofAccount(this.unit.account.id, id);
    this.unit.notes({ ended });
    return { ended };
  }
}
