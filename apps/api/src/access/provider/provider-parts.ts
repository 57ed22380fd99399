import { BackChannelLogout } from './back-channel-logout.service';
import { BeginFlow } from './begin-flow.service';
import { FinishFlow } from './finish-flow.service';
import { OpenByProvider } from './open-by-provider.service';
import { ProviderFlowsQuery } from './provider-flow.query';
import { ProviderFlows } from './provider-flow.repository';
import { ProviderInvitationsQuery } from './provider-invitations.query';
import { ProviderInvitations } from './provider-invitations.repository';
import { ProviderInvitationsController } from './provider-invitations.controller';
import { ProviderLinksQuery } from './provider-links.query';
import { ProviderLinks } from './provider-links.repository';
import { ProviderLinksController } from './provider-links.controller';
import { ProviderSessionsQuery } from './provider-sessions.query';
import { ProviderSessions } from './provider-sessions.repository';
import { ProviderSignInController } from './provider-sign-in.controller';
import { ProviderSignOutController } from './provider-sign-out.controller';
import { ProviderSubjects } from './provider-subjects';
import { Providers } from './providers';
import { RefuseFlow } from './refuse-flow.service';

/** What signing in with a provider is made of, for the module of access. */
export const PROVIDER_SERVICES = [
  BackChannelLogout,
  BeginFlow,
  FinishFlow,
  OpenByProvider,
  ProviderFlows,
  ProviderFlowsQuery,
  ProviderInvitations,
  ProviderInvitationsQuery,
  ProviderLinks,
  ProviderLinksQuery,
  ProviderSessions,
  ProviderSessionsQuery,
  ProviderSubjects,
  Providers,
  RefuseFlow,
];

export const PROVIDER_CONTROLLERS = [
  ProviderInvitationsController,
  ProviderLinksController,
  ProviderSignInController,
  ProviderSignOutController,
];
