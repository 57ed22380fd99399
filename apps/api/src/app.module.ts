import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AccessModule } from './access/access.module';
import { entities } from './entities';
import { HealthController } from './health/health.controller';
import type { Configuration } from './platform/configuration';
import { requestLog } from './platform/request-log';
import { PlatformModule } from './platform/platform.module';

@Module({})
export class AppModule {
  static with(configuration: Configuration, more: readonly Type[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(requestLog(configuration.logLevel)),
        PlatformModule.with(configuration, entities),
        AccessModule,
        ...more,
      ],
      controllers: [HealthController],
    };
  }
}
