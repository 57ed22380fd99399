import { Injectable } from '@nestjs/common';
import type { RequestPlace } from '../../../platform/requests/request-origin';
import { RateLimits } from '../../../platform/limits/rate-limits';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { limitsOfTry } from '../../sign-in/sign-in-limits';
import { type ProviderIdentity, exchangeCode } from './exchange-code';
import { OpenByProvider } from '../open-by-provider.service';
import { type FlowIntent, flowSecrets } from './provider-flow';
import { ProviderFlows } from './provider-flow.repository';
import type { ProviderSettings } from '../../../platform/settings/provider-settings';
import { ProviderSubjects } from '../links/provider-subjects';
import { Providers } from '../providers';
import type { Landing } from './landing';
import type { FlowRefusal } from './refused-flow';
import { RefuseFlow } from './refuse-flow.service';

/** A browser that comes back from a provider. */
export interface ProviderCallback {
  readonly provider: ProviderSettings;
  /** The address it came to, as browsers see us, with all that the provider added. */
  readonly address: URL;
  readonly state: string;
  /** From the cookie. */
  readonly secret: string | null;
  readonly ip: string;
}

type Taken =
  { readonly ok: true; readonly intent: FlowIntent } | { readonly ok: false; readonly refusal: FlowRefusal };

/** What becomes of somebody who comes back from a provider. Never throws for what a provider or a stranger sends. */
@Injectable()
export class FinishFlow {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly limits: RateLimits,
    private readonly providers: Providers,
    private readonly flows: ProviderFlows,
    private readonly subjects: ProviderSubjects,
    private readonly door: OpenByProvider,
    private readonly refusing: RefuseFlow,
  ) {}

  async finishFlow(place: RequestPlace, callback: ProviderCallback): Promise<Landing> {
    const { provider, state, secret } = callback;
    const flow = await this.takeFlow(place, callback);
    if (!flow.ok || secret === null)
      return this.refusing.land(place, provider.key, flow.ok ? 'other-browser' : flow.refusal);
    const on = flow.intent.kind === 'link' ? 'account' : 'sign-in';
    const client = await this.providers.client(provider).catch(() => null);
    if (!client) return this.refusing.land(place, provider.key, 'unreachable', { on });
    const exchanged = await exchangeCode(client, provider, callback.address, {
      state,
      ...flowSecrets({ state, secret }),
    });
    if (!exchanged.ok)
      return this.refusing.land(place, provider.key, exchanged.refusal, { on, detail: exchanged.detail });
    return this.goOn(place, callback, flow, exchanged.identity);
  }

  /** The state is used up in a transaction of its own, before anybody is asked anything. */
  private takeFlow(place: RequestPlace, { provider, state, secret, ip }: ProviderCallback): Promise<Taken> {
    return this.unit.unrecorded('system:access', place, async () => {
      const tried = this.secrecy.blindToken('provider-state', state);
      const from = this.secrecy.blindToken('address', ip);
      const reservation = await this.limits.reserve(limitsOfTry(tried, from));
      if (!reservation.ok) return { ok: false, refusal: 'too-many' };
      const flow = await this.flows.takeFlow(provider.key, state, secret);
      if (flow.ok) await this.limits.giveBack(reservation.counted);
      return flow;
    });
  }

  private async goOn(
    place: RequestPlace,
    { provider, state }: ProviderCallback,
    { intent }: Extract<Taken, { ok: true }>,
    identity: ProviderIdentity,
  ): Promise<Landing> {
    switch (intent.kind) {
      case 'sign-in':
        return this.door.signIn(place, provider, identity);
      case 'invitation':
        return this.door.accept(place, provider, identity, intent.invitationId);
      case 'link':
        await this.unit.unrecorded('system:access', place, async () =>
          this.flows.keepIdentity(state, await this.subjects.hide(identity.issuer, identity.subject)),
        );
        return { page: 'account', confirm: provider.key };
    }
  }
}
