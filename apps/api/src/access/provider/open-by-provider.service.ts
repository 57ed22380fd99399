import { Inject, Injectable } from '@nestjs/common';
import type { DeclaredAct } from '../../platform/unit/act';
import type { RequestPlace } from '../../platform/requests/request-origin';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountMails } from '../accounts/mail/account-mails';
import { asksForFactor } from '../factors/must-enrol';
import { SecondStepService } from '../factors/second-step/second-step.service';
import { OpenSessionService } from '../sign-in/open-session.service';
import type { Strength } from '@repere/access';
import type { ProviderIdentity } from './flow/exchange-code';
import type { Landing } from './flow/landing';
import { ProviderInvitations } from './links/provider-invitations.repository';
import { ProviderLinks } from './links/provider-links.repository';
import { ProviderSessions } from './sign-out/provider-sessions.repository';
import type { ProviderSettings } from '../../platform/settings/provider-settings';
import { ProviderSubjects } from './links/provider-subjects';
import { RefuseFlow } from './flow/refuse-flow.service';
import type { FlowRefusal } from './flow/refused-flow';

const LINK: DeclaredAct = { type: 'provider-link.add', purpose: 'access', idempotent: false };

/** Opens the door to somebody for whom a provider vouches: to an account that is known by this identity, and to no other. */
@Injectable()
export class OpenByProvider {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly unit: UnitOfWork,
    private readonly mails: AccountMails,
    private readonly links: ProviderLinks,
    private readonly subjects: ProviderSubjects,
    private readonly invitations: ProviderInvitations,
    private readonly secondStep: SecondStepService,
    private readonly sessions: OpenSessionService,
    private readonly otherEnds: ProviderSessions,
    private readonly refusing: RefuseFlow,
  ) {}

  async signIn(
    place: RequestPlace,
    provider: ProviderSettings,
    identity: ProviderIdentity,
  ): Promise<Landing> {
    const { account, subject } = await this.unit.unrecorded('system:access', place, async () => {
      const hidden = await this.subjects.hide(identity.issuer, identity.subject);
      // A name that only we can make: the record may hold it, and tells two tries of one person.
      return { account: await this.links.findLink(hidden), subject: hidden.token.toString('hex') };
    });
    const refuse = (refusal: FlowRefusal): Promise<Landing> =>
      this.refusing.land(place, provider.key, refusal, {
        subject,
        ...(account ? { account: account.accountId } : {}),
      });
    if (!account) return refuse('no-account');
    if (account.isClosed) return refuse('account-closed');
    const landing = await this.goOn(place, account.accountId, provider, identity);
    return landing ?? refuse('too-weak');
  }

  /** Links the account that was invited, then goes on as for anybody who signs in. */
  async accept(
    place: RequestPlace,
    provider: ProviderSettings,
    identity: ProviderIdentity,
    invitationId: string,
  ): Promise<Landing> {
    try {
      const accountId = await this.unit.runAs('system:access', place, LINK, () =>
        this.link(provider, identity, invitationId),
      );
      const landing = await this.goOn(place, accountId, provider, identity);
      // Nobody has been in there yet: this identity sets up the first factor.
      return landing ?? (await this.openSession(place, accountId, provider, identity, 'password'));
    } catch (error) {
      if (error instanceof LinkRefused) return this.refusing.land(place, provider.key, error.refusal);
      throw error;
    }
  }

  private async link(
    provider: ProviderSettings,
    { issuer, subject }: ProviderIdentity,
    invitationId: string,
  ): Promise<string> {
    const invitation = await this.invitations.takeInvitation(invitationId, provider.key);
    if (!invitation) throw new LinkRefused('invitation-over');
    const { accountId, invitedBy } = invitation;
    const outcome = await this.links.addLink({
      accountId,
      provider: provider.key,
      subject: await this.subjects.hide(issuer, subject),
      linkedBy: invitedBy,
    });
    if (outcome !== 'linked') throw new LinkRefused(outcome);
    // One invitation, one way in.
    await this.mails.endLinks(accountId);
    this.unit.notes({ way: 'invitation', provider: provider.key, account: accountId, invitedBy });
    return accountId;
  }

  /**
   * A session at once when the provider vouches for two factors; else the second step of this account, or its first factor alone. `null`: this identity is
   * weaker than it can be, and the account has no factor here that would add to it.
   */
  private async goOn(
    place: RequestPlace,
    accountId: string,
    provider: ProviderSettings,
    identity: ProviderIdentity,
  ): Promise<Landing | null> {
    if (isTwoFactor(provider, identity))
      return this.openSession(place, accountId, provider, identity, 'provider');
    const step = await this.secondStep.beginSecondStep(place, accountId, null);
    if (!step && provider.twoFactorAcr.length > 0 && asksForFactor(this.configuration, place.space))
      return null;
    if (!step) return this.openSession(place, accountId, provider, identity, 'password');
    await this.unit.unrecorded('system:access', place, () =>
      this.otherEnds.remember({ pending: step.token }, accountId, provider.key, identity),
    );
    return { page: 'second-step', pendingToken: step.token };
  }

  private async openSession(
    place: RequestPlace,
    accountId: string,
    provider: ProviderSettings,
    identity: ProviderIdentity,
    strength: Strength,
  ): Promise<Landing> {
    const { token } = await this.sessions.openSession(
      place,
      accountId,
      strength,
      async (signedIn) => {
        this.unit.notes({ way: 'provider', provider: provider.key, acr: identity.acr });
        await this.otherEnds.remember({ session: signedIn.token }, accountId, provider.key, identity);
      },
      identity.authenticatedAt ?? LONG_AGO,
    );
    return { page: 'home', sessionToken: token };
  }
}

/** Nobody says when they were asked: it proves nothing now. */
const LONG_AGO = new Date(0);

const isTwoFactor = ({ twoFactorAcr }: ProviderSettings, { acr }: ProviderIdentity): boolean =>
  acr !== null && twoFactorAcr.includes(acr);

/** Rolls back, so that the invitation still holds for whom it was meant. */
class LinkRefused extends Error {
  constructor(readonly refusal: FlowRefusal) {
    super(refusal);
  }
}
