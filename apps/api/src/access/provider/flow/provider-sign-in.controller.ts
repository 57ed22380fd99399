import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Refusal } from '../../../platform/refusals/refusal';
import { placeOfRequest } from '../../../platform/requests/request-origin';
import { Route } from '../../../platform/routes/route';
import { seeOther } from '../../../platform/routes/route-answers';
import { Spaces } from '../../../platform/spaces/spaces';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { BackChannelLogout } from '../sign-out/back-channel-logout.service';
import { BeginFlow } from './begin-flow.service';
import { FinishFlow } from './finish-flow.service';
import { land } from './landing';
import { type FlowIntent, readFlowCookie, setFlowCookie, spaceOfState } from './provider-flow';
import { ProviderInvitations } from '../links/provider-invitations.repository';
import type { ProviderSettings } from '../../../platform/settings/provider-settings';
import { BeginSignInDto, GoToProviderDto, LogoutTokenDto } from './provider-sign-in.dto';
import { Providers } from '../providers';

@ApiTags('access')
@Controller('provider-sign-in')
export class ProviderSignInController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly spaces: Spaces,
    private readonly providers: Providers,
    private readonly beginning: BeginFlow,
    private readonly finishing: FinishFlow,
    private readonly invitations: ProviderInvitations,
    private readonly logout: BackChannelLogout,
  ) {}

  @Route('POST :provider', {
    summary: 'Begin to sign in with a provider; sets a short-lived cookie',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'comes-and-goes',
    needs: { on: 'open' },
    answers: GoToProviderDto,
    refuses: [
      'invalid',
      'not-found',
      'cross-site',
      'too-many',
      'too-large',
      'unsupported-media',
      'unavailable',
    ],
  })
  async beginSignIn(
    @Param('provider') key: string,
    @Body() { invitation }: BeginSignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<GoToProviderDto> {
    // Outside the transaction: it may take seconds.
    await this.beginning.reach(key);
    const begun = await this.unit.unrecorded('system:access', placeOfRequest(request), async () =>
      this.beginning.beginFlow(key, await this.intentOf(key, invitation), request.ip ?? 'unknown'),
    );
    setFlowCookie(response, begun.secret);
    return { goTo: begun.goTo };
  }

  @Route('GET :provider/callback', {
    summary: 'Where a provider sends the browser back; lands on a page, signed in or with the reason',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: seeOther('To a page of the space where it began'),
    refuses: ['not-found', 'unavailable'],
  })
  async comeBack(
    @Param('provider') key: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const provider = this.getProvider(key);
    const address = this.providers.callbackOf(provider);
    address.search = new URL(request.originalUrl, address).search;
    const { space: home, correlation } = placeOfRequest(request);
    const states = address.searchParams.getAll('state');
    const state = states.length === 1 ? (states[0] ?? '') : '';
    // One address for all spaces: the state says which.
    const named = spaceOfState(state);
    const space = (named === undefined ? null : await this.spaces.findSpace(named)) ?? home;
    const landing = await this.finishing.finishFlow(
      { space, correlation },
      { provider, address, state, secret: readFlowCookie(request), ip: request.ip ?? 'unknown' },
    );
    land(response, space, landing);
  }

  @Route('POST :provider/back-channel-logout', {
    summary: 'A provider says that somebody signed out there (Back-Channel Logout 1.0)',
    act: null,
    unbound: 'nobody-signed-in',
    goesOn: 'comes-and-goes',
    needs: { on: 'open' },
    consumes: 'application/x-www-form-urlencoded',
    answers: null,
    refuses: ['invalid', 'not-found', 'locked', 'too-large', 'unsupported-media', 'unavailable'],
  })
  async hearLogout(
    @Param('provider') key: string,
    @Body() { logout_token }: LogoutTokenDto,
    @Req() request: Request,
  ): Promise<void> {
    await this.logout.receiveLogout(
      placeOfRequest(request),
      this.getProvider(key),
      logout_token,
      request.ip ?? 'unknown',
    );
  }

  @Route('GET :provider/signed-out', {
    summary: 'Where a provider sends the browser after sign-out there',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: seeOther('To the sign-in page of the space that was left'),
    refuses: ['not-found', 'unavailable'],
  })
  async signedOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const state = new URL(request.originalUrl, 'https://repere').searchParams.get('state') ?? '';
    const space = /^[a-z0-9-]{1,31}$/.test(state) ? await this.spaces.findSpace(state) : null;
    response.redirect(303, space ? `/s/${state}/connexion` : '/connexion');
  }

  private async intentOf(provider: string, token: string | undefined): Promise<FlowIntent> {
    if (token === undefined) return { kind: 'sign-in' };
    const invitationId = await this.invitations.findInvitation(token, provider);
    if (invitationId === null) throw new Refusal('not-found');
    return { kind: 'invitation', invitationId };
  }

  private getProvider(key: string): ProviderSettings {
    const provider = this.providers.findProvider(key);
    if (!provider) throw new Refusal('not-found');
    return provider;
  }
}
