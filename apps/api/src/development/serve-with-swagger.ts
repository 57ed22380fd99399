import 'reflect-metadata';
import { DemoModule } from '../demo/demo.module';
import { readConfiguration } from '../platform/settings/configuration';
import { giveUp, serve } from '../serve';
import { SwaggerPages } from './swagger-pages';

// What `npm run dev` serves with, in place of main.ts: never part of what is installed on a server.
Promise.resolve()
  .then(() => {
    const configuration = readConfiguration(process.env);
    return serve(configuration, configuration.demo ? [SwaggerPages, DemoModule] : [SwaggerPages]);
  })
  .catch(giveUp);
