import { Access0001 } from './0001-access';
import { Ledger0002 } from './0002-ledger';
import { Cases0003 } from './0003-cases';
import { Barriers0004 } from './0004-barriers';
import { DuplicateSearch0005 } from './0005-duplicate-search';
import { KeptForWhoSees0006 } from './0006-kept-for-who-sees';
import { Alerts0007 } from './0007-alerts';
import { ProtocolLibrary0008 } from './0008-protocol-library';
import { Record0009 } from './0009-record';
import { Conformance0010 } from './0010-conformance';
import { Missions0011 } from './0011-missions';
import { Looks0012 } from './0012-looks';
import { Bundles0013 } from './0013-bundles';
import { Rest0014 } from './0014-rest';
import { Relations0015 } from './0015-relations';
import { Factors0016 } from './0016-factors';
import { Accounts0017 } from './0017-accounts';
import { Provider0018 } from './0018-provider';
import { Sessions0019 } from './0019-sessions';
import { Secrecy0020 } from './0020-secrecy';
import { Privacy0021 } from './0021-privacy';
import { FourEyes0022 } from './0022-four-eyes';
import { ProviderSecondStep0023 } from './0023-provider-second-step';
import { MoreMails0024 } from './0024-more-mails';
import { DoorsKept0025 } from './0025-doors-kept';
import { DecidedStays0026 } from './0026-decided-stays';
import { CoverBarriers0027 } from './0027-cover-barriers';
import { SameActAtOnce0028 } from './0028-same-act-at-once';
import { Referrals0029 } from './0029-referrals';
import { AccountNews0031 } from './0031-account-news';
import { SubstitutionByTeam0032 } from './0032-substitution-by-team';
import { RefusedByAnother0035 } from './0035-refused-by-another';
import { WaitsFor0037 } from './0037-waits-for';
import { LongJournals0038 } from './0038-long-journals';
import { ReferralMail0039 } from './0039-referral-mail';
import { RecordedDrafts0040 } from './0040-recorded-drafts';
import { OneOrder0041 } from './0041-one-order';
import { Recurrences0043 } from './0043-recurrences';
import { PeopleAreRows0045 } from './0045-people-are-rows';
import { KindOfService0046 } from './0046-kind-of-service';
import { EmergencyEnds0051 } from './0051-emergency-ends';
import { BoundCredentials0054 } from './0054-bound-credentials';
import { CapturedChanges0055 } from './0055-captured-changes';
import { StoppedJobs0057 } from './0057-stopped-jobs';
import { LostProofs0058 } from './0058-lost-proofs';
import { AskedWithinTheDay0060 } from './0060-asked-within-the-day';
import { OpenAccounts0070 } from './0070-open-accounts';
import { StepsOver0071 } from './0071-steps-over';
import { CaseRelation0072 } from './0072-case-relation';

/** Migrations of a space's database, in order. Add at the end; never change one that has run. */
export const SPACE_MIGRATIONS = [
  Access0001,
  Ledger0002,
  Cases0003,
  Barriers0004,
  DuplicateSearch0005,
  KeptForWhoSees0006,
  Alerts0007,
  ProtocolLibrary0008,
  Record0009,
  Conformance0010,
  Missions0011,
  Looks0012,
  Bundles0013,
  Rest0014,
  Relations0015,
  Factors0016,
  Accounts0017,
  Provider0018,
  Sessions0019,
  Secrecy0020,
  Privacy0021,
  FourEyes0022,
  ProviderSecondStep0023,
  MoreMails0024,
  DoorsKept0025,
  DecidedStays0026,
  CoverBarriers0027,
  SameActAtOnce0028,
  Referrals0029,
  AccountNews0031,
  SubstitutionByTeam0032,
  RefusedByAnother0035,
  WaitsFor0037,
  LongJournals0038,
  ReferralMail0039,
  RecordedDrafts0040,
  OneOrder0041,
  Recurrences0043,
  PeopleAreRows0045,
  KindOfService0046,
  EmergencyEnds0051,
  BoundCredentials0054,
  CapturedChanges0055,
  StoppedJobs0057,
  LostProofs0058,
  AskedWithinTheDay0060,
  OpenAccounts0070,
  StepsOver0071,
  CaseRelation0072,
];
