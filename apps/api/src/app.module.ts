import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AccessModule } from './access/access.module';
import { CasesModule } from './cases/cases.module';
import { entities } from './entities';
import { HealthController } from './health/health.controller';
import type { Configuration } from './platform/configuration';
import { requestLog } from './platform/request-log';
import { PlatformModule } from './platform/platform.module';
import { ProtocolsModule } from './protocols/protocols.module';

@Module({})
export class AppModule {
  static with(configuration: Configuration, more: readonly Type[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(requestLog(configuration.logLevel)),
        PlatformModule.with(configuration, entities),
        AccessModule,
        ProtocolsModule,
        CasesModule,
        ...more,
      ],
      controllers: [HealthController],
    };
  }
}
