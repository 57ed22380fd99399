import { BackChannelLogout } from './sign-out/back-channel-logout.service';
import { BeginFlow } from './flow/begin-flow.service';
import { FinishFlow } from './flow/finish-flow.service';
import { OpenByProvider } from './open-by-provider.service';
import { ProviderFlowsQuery } from './flow/provider-flow.query';
import { ProviderFlows } from './flow/provider-flow.repository';
import { ProviderInvitationsQuery } from './links/provider-invitations.query';
import { ProviderInvitations } from './links/provider-invitations.repository';
import { ProviderInvitationsController } from './links/provider-invitations.controller';
import { ProviderLinksQuery } from './links/provider-links.query';
import { ProviderLinks } from './links/provider-links.repository';
import { ProviderLinksController } from './links/provider-links.controller';
import { ProviderSessionsQuery } from './sign-out/provider-sessions.query';
import { ProviderSessions } from './sign-out/provider-sessions.repository';
import { ProviderSignInController } from './flow/provider-sign-in.controller';
import { ProviderSignOutController } from './sign-out/provider-sign-out.controller';
import { ProviderSubjects } from './links/provider-subjects';
import { Providers } from './providers';
import { RefuseFlow } from './flow/refuse-flow.service';

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
