import { Body, Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { OpenSessionService } from '../../access/sign-in/open-session.service';
import { clearSessionCookie, setSessionCookie } from '../../access/sign-in/session-cookie';

import { SessionDto } from '../../access/sign-in/session.dto';
import { ShownSession } from '../../access/sign-in/shown-session';
import { SessionBefore } from '../../access/sessions/session-before.service';
import { Route } from '../../platform/routes/route';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CAST } from '../beginning/training-cast';
import { LeadTokens } from './lead-tokens';
import { CAST_SQL } from './cast.query';
import { CastMemberDto, PlayDto } from './play.dto';

const LOOK: DeclaredAct = { type: 'training.cast', purpose: 'training', idempotent: false };

/** Who the story is told to comes first, and whoever was hired in the space last. */
function placeIn(login: string): number {
  const place = CAST.findIndex((it) => it.login === login);
  return place < 0 ? CAST.length : place;
}

/** In a training space, for whoever leads there: whom one plays. Signing in as fictional staff takes no password, and nobody has one. */
@ApiTags('training')
@Controller('training/played')
export class PlayController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly units: UnitOfWork,
    private readonly opening: OpenSessionService,
    private readonly before: SessionBefore,
    private readonly shown: ShownSession,
  ) {}

  @Route('GET', {
    summary: 'Whom whoever leads in this training space can play',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: [CastMemberDto],
    refuses: ['not-found', 'not-allowed', 'too-many', 'unavailable'],
  })
  async listCast(@Req() request: Request): Promise<readonly CastMemberDto[]> {
    const people = await this.leads.asLead(request, (place) =>
      this.units.runAs('system:access', place, LOOK, () => CAST_SQL.all.readRows(this.units.manager)),
    );
    return people
      .toSorted((a, b) => placeIn(a.login) - placeIn(b.login))
      .map(({ id, name, roles }) => ({ id, name, roles }));
  }

  @Route('PUT', {
    summary: 'Play somebody: a session as one of the space’s fictional staff, in place of the one before',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: SessionDto,
    refuses: [
      ...([
        'invalid',
        'not-found',
        'not-allowed',
        'sign-in-failed',
        'cross-site',
        'unsupported-media',
      ] as const),
      ...(['too-many', 'unavailable'] as const),
    ],
  })
  async play(
    @Body() { accountId }: PlayDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    return this.leads.asLead(request, async (place) => {
      const { token, session } = await this.opening.openSession(
        place,
        accountId.toLowerCase(),
        'password',
        async () => {
          this.units.notes({ played: true });
        },
      );
      await this.before.endSessionBefore(request);
      setSessionCookie(response, place.space, token);
      return this.shown.showSession(place.space, session);
    });
  }

  @Route('DELETE', {
    summary: 'Leave the training space: the session ends, and nobody leads any more in this browser',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: ['not-found', 'not-allowed', 'cross-site', 'too-many', 'unavailable'],
  })
  async leaveSpace(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.leads.asLead(request, async ({ space }) => {
      await this.before.endSessionBefore(request);
      clearSessionCookie(response, space);
      this.leads.clear(response, space);
    });
  }
}
