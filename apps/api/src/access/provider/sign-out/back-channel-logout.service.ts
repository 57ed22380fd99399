import { Injectable } from '@nestjs/common';
import type { DeclaredAct } from '../../../platform/unit/act';
import { type CountedTry, RateLimits } from '../../../platform/limits/rate-limits';
import { Refusal } from '../../../platform/refusals/refusal';
import type { RequestPlace } from '../../../platform/requests/request-origin';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { Spaces } from '../../../platform/spaces/spaces';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { limitsOfTry } from '../../sign-in/sign-in-limits';
import { type LogoutToken, type LogoutVerdict, readLogoutToken } from './logout-token';
import { ProviderSessions } from './provider-sessions.repository';
import type { ProviderSettings } from '../../../platform/settings/provider-settings';
import { Providers } from '../providers';

const END: DeclaredAct = { type: 'session.close', purpose: 'access', idempotent: false };

/** A provider says that somebody signed out there: their sessions here end, in every space, at the next request. */
@Injectable()
export class BackChannelLogout {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly spaces: Spaces,
    private readonly limits: RateLimits,
    private readonly providers: Providers,
    private readonly sessions: ProviderSessions,
  ) {}

  /** Refuses `invalid` (forged, replayed, not for us), `locked` (too many of those from one address), `unavailable`. */
  async receiveLogout(
    place: RequestPlace,
    settings: ProviderSettings,
    jwt: string,
    ip: string,
  ): Promise<void> {
    const counted = await this.reserve(place, jwt, ip);
    const verdict = await this.readToken(settings, jwt);
    if (!verdict.ok) return this.refuseLogout(place, settings, verdict.detail);
    const heard = await Promise.all(
      (await this.spaces.listOpenSpaces()).map((space) =>
        this.endIn({ ...place, space }, settings, verdict.token),
      ),
    );
    if (!heard.includes(true)) return this.refuseLogout(place, settings, 'replayed');
    await this.unit.unrecorded('system:access', place, () => this.limits.giveBack(counted));
  }

  private reserve(place: RequestPlace, jwt: string, ip: string): Promise<CountedTry> {
    return this.unit.unrecorded('system:access', place, async () => {
      const tried = this.secrecy.blindToken('logout-token', jwt);
      const from = this.secrecy.blindToken('address', ip);
      const reservation = await this.limits.reserve(limitsOfTry(tried, from));
      if (!reservation.ok) throw new Refusal('locked', { retryAfter: reservation.retryAfter });
      return reservation.counted;
    });
  }

  private async readToken(settings: ProviderSettings, jwt: string): Promise<LogoutVerdict> {
    const [client, keys] = await Promise.all([
      this.providers.client(settings),
      this.providers.keys(settings),
    ]).catch(() => {
      throw new Refusal('unavailable');
    });
    return readLogoutToken(jwt, {
      issuer: client.serverMetadata().issuer,
      name: settings.issuer.href,
      clientId: settings.clientId,
      algorithm: settings.algorithm,
      keys,
    });
  }

  /** Whether this space heard it for the first time. */
  private endIn(place: RequestPlace, { key }: ProviderSettings, token: LogoutToken): Promise<boolean> {
    const silent: DeclaredAct = { ...END, isUnrecorded: true };
    return this.unit.runAs('system:access', place, silent, async () => {
      if (!(await this.sessions.isNew(token.issuer, token.jti))) return false;
      const accounts = await this.sessions.endSessions(token);
      if (accounts.length > 0)
        await this.unit.recordEvent({
          type: END.type,
          payload: { way: 'provider', provider: key, accounts },
        });
      return true;
    });
  }

  private refuseLogout(place: RequestPlace, { key }: ProviderSettings, detail: string): Promise<never> {
    return this.unit.runAs('system:access', place, END, async () => {
      this.unit.notes({ way: 'provider', provider: key, detail });
      throw new Refusal('invalid', { reasons: [{ code: 'logout-token', text: NOT_TRUSTED }] });
    });
  }
}

const NOT_TRUSTED = {
  fr: 'Ce jeton de déconnexion n’est pas valable.',
  en: 'This logout token does not hold.',
};
