import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AccessModule } from './access/access.module';
import { AccountsModule } from './access/accounts/accounts.module';
import { AppointmentsModule } from './appointments/appointments.module';
import { AuditModule } from './audit/audit.module';
import { CasesModule } from './cases/cases.module';
import { ConferencesModule } from './conferences/conferences.module';
import { DirectoryModule } from './directory/directory.module';
import { DECLARED_TABLES, entities } from './entities';
import { DocumentsModule } from './documents/documents.module';
import { FsckModule } from './fsck/fsck.module';
import { AnswerCounts } from './health/answer-counts';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { KeysModule } from './keys/keys.module';
import { LedgerModule } from './ledger/ledger.module';
import { CaseLinksModule } from './cases/links/case-links.module';
import { LettersModule } from './letters/letters.module';
import type { Configuration } from './platform/settings/configuration';
import { requestLog } from './platform/requests/request-log';
import { PlatformModule } from './platform/platform.module';
import { PrivacyModule } from './privacy/privacy.module';
import { ProtocolsModule } from './protocols/protocols.module';
import { ReferralsModule } from './referrals/referrals.module';
import { TrainingModule } from './training/training.module';
import { RemindersModule } from './reminders/reminders.module';

@Module({})
export class AppModule {
  static with(configuration: Configuration, more: readonly Type[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(requestLog(configuration.logLevel)),
        PlatformModule.with(configuration, entities),
        LedgerModule,
        AccessModule,
        AccountsModule,
        ProtocolsModule,
        DirectoryModule,
        CasesModule,
        AuditModule,
        PrivacyModule,
        ReferralsModule,
        CaseLinksModule,
        LettersModule,
        DocumentsModule,
        AppointmentsModule,
        ConferencesModule,
        TrainingModule,
        RemindersModule,
        KeysModule,
        FsckModule.with(DECLARED_TABLES),
        ...more,
      ],
      controllers: [HealthController],
      providers: [AnswerCounts, Metrics],
    };
  }
}
