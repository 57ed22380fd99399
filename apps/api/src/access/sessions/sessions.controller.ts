import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SessionAuthentication } from '../sign-in/session-authentication';
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

  @Route('GET', {
    summary: 'Where one is signed in, in this space',
    act: 'session.list',
    purpose: 'access',
    needs: { on: 'own' },
    answers: OwnSessionsDto,
    refuses: [],
  })
  listSessions(@Req() request: Request): Promise<OwnSessionsDto> {
    return this.sessions.findOwnSessions(this.authentication.sessionOf(request));
  }

  @Route('POST end', {
    summary: 'End one of one’s own sessions, from its next request on',
    act: 'session.end',
    purpose: 'access',
    needs: { on: 'own' },
    once: false,
    goesOn: 'comes-and-goes',
    answers: null,
    refuses: ['invalid', 'not-found', 'unsupported-media'],
  })
  async endOne(@Body() { id }: EndSessionDto): Promise<void> {
    this.unit.notes({ session: id });
    if (!(await this.end.endSession(this.unit.account.id, id))) throw new Refusal('not-found');
  }

  @Route('POST end-others', {
    summary: 'End all of one’s own sessions but this one',
    act: 'session.end-others',
    purpose: 'access',
    needs: { on: 'own' },
    once: false,
    goesOn: 'comes-and-goes',
    answers: EndedSessionsDto,
    refuses: [],
  })
  async endOthers(@Req() request: Request): Promise<EndedSessionsDto> {
    const { id } = this.authentication.sessionOf(request);
    const ended = await this.end.ofAccount(this.unit.account.id, id);
    this.unit.notes({ ended });
    return { ended };
  }
}
