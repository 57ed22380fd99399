import { FactorsController } from './factors.controller';
import { FactorsService } from './factors.service';
import { NewFactorService } from './new-factor.service';
import { PasskeysRepository } from './passkeys.repository';
import { PasskeysService } from './passkeys.service';
import { PendingSignInRepository } from './pending-sign-in.repository';
import { RecoveryCodesRepository } from './recovery-codes.repository';
import { SecondStepController } from './second-step.controller';
import { SecondStepService } from './second-step.service';
import { StepUp } from './step-up';
import { StepUpController } from './step-up.controller';
import { StrengthenService } from './strengthen.service';
import { TotpRepository } from './totp.repository';

export const FACTOR_CONTROLLERS = [FactorsController, SecondStepController, StepUpController];

export const FACTOR_PROVIDERS = [
  FactorsService,
  NewFactorService,
  PasskeysRepository,
  PasskeysService,
  PendingSignInRepository,
  RecoveryCodesRepository,
  SecondStepService,
  StepUp,
  StrengthenService,
  TotpRepository,
];
