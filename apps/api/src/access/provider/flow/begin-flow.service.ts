import { Injectable, Logger } from '@nestjs/common';
import {
  type Configuration as Client,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
} from 'openid-client';
import { Refusal } from '../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { MAX_AGE_SECONDS } from './exchange-code';
import { type FlowIntent, flowSecrets, newTickets } from './provider-flow';
import { ProviderFlows } from './provider-flow.repository';
import type { ProviderSettings } from '../../../platform/settings/provider-settings';
import { Providers } from '../providers';

/** Where the browser is to go, and what it must bring back. */
export interface BegunFlow {
  readonly goTo: string;
  readonly secret: string;
}

/** Sends a browser to a provider: authorization code with PKCE (RFC 7636), state, nonce. */
@Injectable()
export class BeginFlow {
  private readonly logger = new Logger('Provider');

  constructor(
    private readonly unit: UnitOfWork,
    private readonly providers: Providers,
    private readonly flows: ProviderFlows,
  ) {}

  /** The provider as it is known now; refuses `not-found` (no such provider), `unavailable` (it doesn't answer). */
  async reach(
    providerKey: string,
  ): Promise<{ readonly settings: ProviderSettings; readonly client: Client }> {
    const settings = this.providers.findProvider(providerKey);
    if (!settings) throw new Refusal('not-found');
    try {
      return { settings, client: await this.providers.client(settings) };
    } catch (error) {
      this.logger.warn(
        `${providerKey} gives no metadata: ${error instanceof Error ? error.name : 'unknown'}`,
      );
      throw new Refusal('unavailable');
    }
  }

  /** In a unit of work. Refuses as `reach` does, or `too-many`. */
  async beginFlow(providerKey: string, intent: FlowIntent, address: string): Promise<BegunFlow> {
    const { settings, client } = await this.reach(providerKey);
    const tickets = newTickets(this.unit.space.key);
    if (!(await this.flows.beginFlow(providerKey, tickets, intent, address)))
      throw new Refusal('too-many', { retryAfter: 600 });
    const { nonce, verifier } = flowSecrets(tickets);
    const { scope } = settings;
    // An identity is linked to an account by who sits there now, not by whose session is still open over there.
    const prompt = intent.kind === 'sign-in' ? settings.prompt : 'login';
    const url = buildAuthorizationUrl(client, {
      redirect_uri: this.providers.callbackOf(settings).href,
      scope,
      state: tickets.state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: String(MAX_AGE_SECONDS),
      ...askForAcr(settings),
      ...(prompt ? { prompt } : {}),
    });
    return { goTo: url.href, secret: tickets.secret };
  }
}

/** How sure the provider must be: as a wish (`acr_values`), or demanded (OpenID Connect Core 5.5.1.1). */
function askForAcr({ acrValues, acrDemanded }: ProviderSettings): Record<string, string> {
  if (acrValues.length === 0) return {};
  if (!acrDemanded) return { acr_values: acrValues.join(' ') };
  return { claims: JSON.stringify({ id_token: { acr: { essential: true, values: acrValues } } }) };
}
