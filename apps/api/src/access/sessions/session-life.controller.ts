import { Body, Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SessionAuthentication } from '../sign-in/session-authentication';
import { clearSessionCookie } from '../sign-in/session-cookie';
import { SessionRepository } from '../sign-in/session.repository';
import { EndSessions } from './end-sessions.service';
import { shownTimes } from './shown-times';
import { EndSessionDto, SessionTimesDto } from './sessions.dto';

/** What keeps the session of a page alive, and what locks it. */
@ApiTags('access')
@Controller('session')
export class SessionLifeController {
  constructor(
    private readonly authentication: SessionAuthentication,
    private readonly sessions: SessionRepository,
    private readonly end: EndSessions,
    private readonly unit: UnitOfWork,
  ) {}

  @Route('PUT activity', {
    summary: 'Somebody is there: a key, a press, a touch',
    description: 'The only request that keeps a session alive; all others may come from a page by itself.',
    act: 'session.activity',
    purpose: 'access',
    isUnrecorded: true,
    whileEnrolling: true,
    needs: { on: 'own' },
    once: false,
    goesOn: 'comes-and-goes',
    answers: SessionTimesDto,
    refuses: [],
  })
  async touch(@Req() request: Request): Promise<SessionTimesDto> {
    const session = this.authentication.sessionOf(request);
    return shownTimes({ ...session, ...(await this.sessions.touch(this.unit.manager, session.id)) });
  }

  @Route('POST lock', {
    summary: 'Lock the screen',
    description:
      'Ends the session that the page knows, so that reloading opens nothing. The page keeps what it holds. A page that wakes late does not lock the session opened meanwhile.',
    act: 'session.lock',
    purpose: 'access',
    whileEnrolling: true,
    needs: { on: 'own' },
    once: false,
    goesOn: 'comes-and-goes',
    answers: null,
    refuses: ['invalid', 'not-found', 'unsupported-media'],
  })
  async lock(
    @Body() { id }: EndSessionDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (id !== this.authentication.sessionOf(request).id) throw new Refusal('not-found');
    await this.end.endSession(this.unit.account.id, id);
    clearSessionCookie(response, this.unit.space);
  }
}
