import { FactorsController } from './factors.controller';
import { FactorsService } from './factors.service';
import { NewFactorService } from './new-factor.service';
import { PasskeysQuery } from './passkeys/passkeys.query';
import { PasskeysRepository } from './passkeys/passkeys.repository';
import { PasskeysService } from './passkeys/passkeys.service';
import { PendingSignInQuery } from './second-step/pending-sign-in.query';
import { PendingSignInRepository } from './second-step/pending-sign-in.repository';
import { RecoveryCodesQuery } from './recovery-codes/recovery-codes.query';
import { RecoveryCodesRepository } from './recovery-codes/recovery-codes.repository';
import { SecondStepController } from './second-step/second-step.controller';
import { SecondStepService } from './second-step/second-step.service';
import { StepUp } from './second-step/step-up';
import { StepUpController } from './second-step/step-up.controller';
import { StrengthenService } from './second-step/strengthen.service';
import { TotpQuery } from './totp/totp.query';
import { TotpRepository } from './totp/totp.repository';

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
