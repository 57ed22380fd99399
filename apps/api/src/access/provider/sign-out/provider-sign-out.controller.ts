import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { buildEndSessionUrl } from 'openid-client';
import { Route } from '../../../platform/routes/route';
import { seeOther } from '../../../platform/routes/route-answers';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { readSessionCookie } from '../../sign-in/session-cookie';
import { SessionRepository } from '../../sign-in/session.repository';
import { leaveNothing } from '../../sessions/leave-nothing';
import { type OtherEnd, ProviderSessions } from './provider-sessions.repository';
import { Providers } from '../providers';

@ApiTags('access')
@Controller('provider-sign-out')
export class ProviderSignOutController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly providers: Providers,
    private readonly sessions: SessionRepository,
    private readonly otherEnds: ProviderSessions,
  ) {}

  /**
   * A page goes here, as a browser goes to a page: the token that the provider wants to see passes in the redirect and no
   * script reads it. Another site can't send anybody here: its request is refused, and the cookie stays behind besides.
   */
  @Route('GET', {
    summary: 'Sign out here, then at the provider that one came by (RP-Initiated Logout 1.0)',
    act: 'session.close',
    purpose: 'access',
    whileEnrolling: true,
    needs: { on: 'own' },
    answers: seeOther('To the provider, or to the sign-in page'),
    refuses: [],
  })
  async signOutAtProvider(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { space, manager } = this.unit;
    const token = readSessionCookie(request, space);
    const otherEnd = token ? await this.otherEnds.otherEnd(token) : null;
    if (token) await this.sessions.closeSession(manager, token);
    if (otherEnd) this.unit.notes({ provider: otherEnd.provider });
    leaveNothing(request, response, space);
    const signIn = `${space.key === null ? '' : `/s/${space.key}`}/connexion`;
    response.status(303).setHeader('Location', (otherEnd && (await this.endAt(otherEnd))) ?? signIn);
  }

  /** `null`: the provider has no such end, or can't be reached. */
  private async endAt({ provider, idToken }: OtherEnd): Promise<string | null> {
    const settings = this.providers.findProvider(provider);
    if (!settings) return null;
    const client = await this.providers.client(settings).catch(() => null);
    if (!client?.serverMetadata().end_session_endpoint) return null;
    const { key } = this.unit.space;
    return buildEndSessionUrl(client, {
      post_logout_redirect_uri: this.providers.ourAddress(`/api/provider-sign-in/${provider}/signed-out`)
        .href,
      ...(idToken ? { id_token_hint: idToken } : {}),
      ...(key === null ? {} : { state: key }),
    }).href;
  }
}
