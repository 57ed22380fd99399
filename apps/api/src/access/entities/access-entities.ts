import { AccountEntity } from './accounts/account.entity';
import { AccountMailEntity } from './accounts/account-mail.entity';
import { AccountChangeEntity } from './accounts/account-change.entity';
import { AccountEnteredEntity } from './accounts/account-entered.entity';
import { RightsReviewEntity } from './accounts/rights-review.entity';
import { TrainingCertificateEntity } from './accounts/training-certificate.entity';
import { RetiredMacEntity } from './sign-in/retired-mac.entity';
import { TeamEntity } from './accounts/team.entity';
import { TeamMemberEntity } from './accounts/team-member.entity';
import { ScopeMarkEntity } from './sign-in/scope-mark.entity';
import { SessionEntity } from './sign-in/session.entity';
import { PendingSignInEntity } from './sign-in/pending-sign-in.entity';
import { TotpFactorEntity } from './factors/totp-factor.entity';
import { RecoveryCodeEntity } from './factors/recovery-code.entity';
import { PasskeyEntity } from './factors/passkey.entity';
import { ProviderLinkEntity } from './provider/provider-link.entity';
import { ProviderInvitationEntity } from './provider/provider-invitation.entity';
import { ProviderFlowEntity } from './provider/provider-flow.entity';
import { ProviderSessionEntity } from './provider/provider-session.entity';
import { ProviderLogoutEntity } from './provider/provider-logout.entity';

/** Who works here, and how they get in. */
export const ACCESS_ENTITIES = [
  AccountEntity,
  AccountMailEntity,
  AccountChangeEntity,
  AccountEnteredEntity,
  RightsReviewEntity,
  TrainingCertificateEntity,
  RetiredMacEntity,
  TeamEntity,
  TeamMemberEntity,
  ScopeMarkEntity,
  SessionEntity,
  PendingSignInEntity,
  TotpFactorEntity,
  RecoveryCodeEntity,
  PasskeyEntity,
  ProviderLinkEntity,
  ProviderInvitationEntity,
  ProviderFlowEntity,
  ProviderSessionEntity,
  ProviderLogoutEntity,
] as const;
