import { FactorsController } from './factors.controller';
import { FactorsService } from './factors.service';
import { NewFactorService } from './new-factor.service';
import { PasskeysQuery } from './passkeys.query';
import { PasskeysRepository } from './passkeys.repository';
import { PasskeysService } from './passkeys.service';
import { PendingSignInQuery } from './pending-sign-in.query';
import { PendingSignInRepository } from './pending-sign-in.repository';
import { RecoveryCodesQuery } from './recovery-codes.query';
import { RecoveryCodesRepository } from './recovery-codes.repository';
import { SecondStepController } from './second-step.controller';
import { SecondStepService } from './second-step.service';
import { StepUp } from './step-up';
import { StepUpController } from './step-up.controller';
import { StrengthenService } from './strengthen.service';
import { TotpQuery } from './totp.query';
import { TotpRepository } from './totp.repository';

export const FACTOR_CONTROLLERS = [FactorsController, SecondStepController, StepUpController];

export const FACTOR_PROVIDERS = [
  FactorsService,
  NewFactorService,
  PasskeysQuery,
  PasskeysRepository,
  PasskeysService,
  PendingSignInQuery,
  PendingSignInRepository,
  RecoveryCodesQuery,
  RecoveryCodesRepository,
  SecondStepService,
  StepUp,
  StrengthenService,
  TotpQuery,
  TotpRepository,
];
