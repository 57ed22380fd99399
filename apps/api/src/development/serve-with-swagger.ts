import 'reflect-metadata';
import { readConfiguration } from '../platform/configuration';
import { giveUp, serve } from '../serve';
import { SwaggerPages } from './swagger-pages';

// What `npm run dev` serves with, in place of main.ts: never part of what is installed on a server.
Promise.resolve()
  .then(() => serve(readConfiguration(process.env), [SwaggerPages]))
  .catch(giveUp);
