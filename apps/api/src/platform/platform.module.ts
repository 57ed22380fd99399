import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { MixedList } from 'typeorm';
import type { Configuration } from './settings/configuration';
import { CrossSiteMiddleware } from './requests/cross-site.middleware';
import { AfterActs } from './unit/around/after-acts';
import { BeforeActs } from './unit/around/before-acts';
import { dataSourceOptions } from './data/data-source-options';
import { onDatabase } from './data/on-database';
import { Idempotency } from './requests/idempotency';
import { PersonGate } from './unit/person-gate';
import { JobLeases } from './jobs/job-lease.repository';
import { JobWorker } from './jobs/job-worker';
import { Jobs } from './jobs/jobs';
import { MailJobs } from './jobs/mail-jobs';
import { SystemJobs } from './jobs/system-jobs';
import { chooseMailer, DEMO_MAILER } from './mail/choose-mailer';
import { RateLimits } from './limits/rate-limits';
import { Mailer } from './mail/mailer';
import { ProblemFilter } from './refusals/problem.filter';
import { NeededRights } from './routes/needed-rights';
import { HandlingSight } from './routes/handling-sight';
import { Pauses } from './routes/pauses';
import { Recorder } from './unit/recorder';
import { BindCredentials } from './secrecy/credentials/bind-credentials';
import { CredentialMacs } from './secrecy/credentials/credential-macs';
import { CheckKeys } from './secrecy/check-keys';
import { IndexGenerations } from './secrecy/index-generations';
import { KeySource } from './secrecy/key-source';
import { KeyStore } from './secrecy/key-store';
import { keyWrapperOf } from './secrecy/wrapping/key-wrapper-of';
import { KEY_WRAPPER } from './secrecy/wrapping/key-wrapper';
import { RewrapKeys } from './secrecy/rotation/rewrap-keys';
import { Secrecy } from './secrecy/secrecy';
import { Sandbox } from './sandbox/sandbox';
import { ServerBudgets } from './spaces/budget/server-budgets';
import { Provisioner } from './spaces/making/provisioner';
import { LeaveShutSpaces } from './spaces/leave-shut-spaces';
import { serverOf } from './spaces/server-of';
import { SiblingProcesses } from './processes/sibling-processes';
import { SpaceConnections } from './spaces/space-connections';
import { SpaceFaults } from './spaces/space-faults';
import { SpaceRounds } from './spaces/space-rounds';
import { SpacesInUse } from './spaces/spaces-in-use';
import { SpaceMiddleware } from './spaces/space.middleware';
import { Spaces } from './spaces/spaces';
import { CONFIGURATION } from './tokens';
import { UnitInterceptor } from './unit/unit.interceptor';
import { UnitOfWork } from './unit/unit-of-work';
import { validationPipe } from './requests/validation/validation.pipe';

const OFFERED: Provider[] = [
  ServerBudgets,
  Spaces,
  LeaveShutSpaces,
  SiblingProcesses,
  SpaceConnections,
  SpacesInUse,
  SpaceFaults,
  SpaceRounds,
  Provisioner,
  KeyStore,
  UnitOfWork,
  Secrecy,
  CheckKeys,
  CredentialMacs,
  BindCredentials,
  IndexGenerations,
  RewrapKeys,
  SpaceMiddleware,
  CrossSiteMiddleware,
  AfterActs,
  BeforeActs,
  HandlingSight,
  Idempotency,
  NeededRights,
  Pauses,
  PersonGate,
  RateLimits,
  Jobs,
  JobWorker,
  MailJobs,
  SystemJobs,
  Sandbox,
];

/** What every domain stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(configuration: Configuration, entities: MixedList<new () => object>): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Spaces, ServerBudgets],
          useFactory: async (spaces: Spaces, budgets: ServerBudgets) =>
            dataSourceOptions(
              await liveUrl(configuration, spaces),
              entities,
              configuration.timeouts,
              budgets.budgetsOf((await spaces.findSpace(null))?.server ?? null).spaces,
            ),
        }),
      ],
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        ProblemFilter,
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: UnitInterceptor },
        { provide: APP_PIPE, useFactory: validationPipe },
        {
          provide: Mailer,
          useFactory: (ofDemo?: Mailer) => chooseMailer(configuration, ofDemo),
          inject: [{ token: DEMO_MAILER, optional: true }],
        },
        KeySource,
        { provide: KEY_WRAPPER, useFactory: keyWrapperOf, inject: [CONFIGURATION, KeySource] },
        Recorder,
        JobLeases,
        ...OFFERED,
      ],
      exports: [CONFIGURATION, Mailer, ProblemFilter, ...OFFERED],
    };
  }
}

/** Of the default live space, as the address book has it; as long as there is none, of the address book. */
async function liveUrl(configuration: Configuration, spaces: Spaces): Promise<string> {
  const space = await spaces.findSpace(null);
  const { databaseUrl } = configuration;
  return space ? onDatabase(serverOf(space, configuration).databaseUrl, space.database) : databaseUrl;
}
