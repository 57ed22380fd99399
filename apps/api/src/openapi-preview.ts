import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module';
import { DemoMailsModule } from './demo/mails/demo-mails.module';
import { nameRoutes } from './name-routes';
import { openApiDocument } from './openapi-document';
import { type Configuration, readConfiguration } from './platform/settings/configuration';

/** The description of the interface, and of what a demo has beside it, without a service: Nest makes no controller and no provider, so nothing asks a database. */
export async function previewOpenApiDocument(): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(unreachable(), [DemoMailsModule]),
    {
      preview: true,
      logger: false,
      abortOnError: false,
    },
  );
  nameRoutes(app);
  return openApiDocument(app, 'preview');
}

/** Reaches nothing and opens nothing: modules only want to be handed something. */
const unreachable = (): Configuration =>
  readConfiguration({
    REPERE_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    REPERE_KEK: NO_KEY,
    REPERE_BLIND_INDEX_KEY: NO_KEY,
    REPERE_SEQUENCER: 'off',
    REPERE_LOG_LEVEL: 'silent',
  });

const NO_KEY = Buffer.alloc(32).toString('base64');
