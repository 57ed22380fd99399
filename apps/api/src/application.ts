import type { IncomingMessage } from 'node:http';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { AnswerCounts } from './health/answer-counts';
import { nameRoutes } from './name-routes';
import { openApiDocument } from './openapi-document';
import type { Configuration } from './platform/settings/configuration';
import { correlate } from './platform/requests/correlation';
import { CrossSiteMiddleware } from './platform/requests/cross-site.middleware';
import { ProblemFilter } from './platform/refusals/problem.filter';
import { Refusal } from './platform/refusals/refusal';
import { Authentication } from './platform/unit/authentication';
import { MOST_BODY_BYTES, roomForFiles } from './platform/limits/room-for-files';
import { refuseOddJson } from './platform/requests/refuse-odd-json';
import { requireSentencesOfBodies } from './platform/requests/validation/validation.pipe';
import { SpaceMiddleware } from './platform/spaces/space.middleware';
import { ProtocolLibrary } from './protocols/protocol-library';
import { serveRightsSheet } from './web/rights-sheet/serve-rights-sheet';
import { securityHeaders } from './web/security-headers';
import { servePages } from './web/serve-pages';

/** The whole application, ready but not yet listening. `more`: further modules, for tests of what all routes have in common. */
export async function createApplication(
  configuration: Configuration,
  more: readonly Type[] = [],
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(configuration, more), {
    bodyParser: false,
    bufferLogs: true,
    // Say what is wrong instead of ending the process.
    abortOnError: false,
  });
  // Longer than clients and proxies keep a connection: else a request meets one that is being closed.
  app.getHttpServer().keepAliveTimeout = KEPT_ALIVE_MS;
  requireSentencesOfBodies();
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  if (configuration.trustProxy) app.set('trust proxy', configuration.trustProxy);

  // In the order in which a request meets them.
  app.use(
    correlate,
    app.get(AnswerCounts).count,
    securityHeaders(configuration.production),
    refuseNoPath,
    compression(),
  );
  const { rightsSheet: sheet, sources } = app.get(ProtocolLibrary);
  if (sheet) serveRightsSheet(app, { sheet, sources, exitUrl: configuration.exitUrl });
  if (configuration.webDir) servePages(app, configuration.webDir);
  const crossSite = app.get(CrossSiteMiddleware);
  const spaces = app.get(SpaceMiddleware);
  app.use(ofInterface((request, response, next) => crossSite.use(request, response, next)));
  app.use(ofInterface((request, response, next) => spaces.use(request, response, next)));
  // A table of services is up to 2.5 million signs of text, somewhat more as JSON; a version's files are less.
  const authentication = app.get(Authentication);
  app.use(roomForFiles(isFile, (request) => authentication.accountOf(request)));
  app.useBodyParser('json', { limit: MOST_BODY_BYTES, strict: true, type: isFile });
  app.useBodyParser('json', { limit: '4mb', strict: true, type: isLongText });
  app.useBodyParser('json', { limit: '256kb', strict: true, type: 'application/json' });
  app.useBodyParser('urlencoded', { limit: '16kb', extended: false, type: isLogoutToken });
  app.use(refuseUnreadable, refuseOddJson);

  nameRoutes(app);
  let document: OpenAPIObject | undefined;
  app.use('/api/openapi.json', (_request: Request, response: Response) =>
    response.json((document ??= openApiDocument(app, configuration.version))),
  );
  await app.init();
  // What no route took, and what broke on the way to one.
  const problems = app.get(ProblemFilter);
  app.use((request: Request, response: Response) =>
    problems.answerError(new Refusal('not-found'), request, response),
  );
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
    problems.answerError(error, request, response),
  );
  return app;
}

const KEPT_ALIVE_MS = 75_000;

const isFile = (request: IncomingMessage): boolean =>
  request.method === 'POST' &&
  /^\/api\/case-files\/[^/]+\/documents(?:$|\?)/.test(request.url ?? '') &&
  /^application\/json\b/.test(request.headers['content-type'] ?? '');

const isLongText = (request: IncomingMessage): boolean =>
  /^\/api\/(protocol-drafts|service-imports)\b/.test(request.url ?? '') &&
  /^application\/json\b/.test(request.headers['content-type'] ?? '');

/** The one form that is taken: what an OpenID Connect provider posts when somebody signed out there. */
const isLogoutToken = (request: IncomingMessage): boolean =>
  /^\/api\/provider-sign-in\/[^/]+\/back-channel-logout$/.test(request.url ?? '') &&
  /^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '');

type Middleware = (request: Request, response: Response, next: NextFunction) => unknown;

/** Only for `/api`; health and description need no space. */
const ofInterface =
  (middleware: Middleware): Middleware =>
  (request, response, next) =>
    /^\/api\/(?!health\/|openapi\.json)/.test(request.url) ? middleware(request, response, next) : next();

/** An address may be a whole URL, or `*`, or `/API`: routes would take it, while the guards know paths in lower case. */
function refuseNoPath({ url }: Request, _response: Response, next: NextFunction): void {
  const isOurs = url.startsWith('/') && (url.startsWith('/api') || !/^\/api\b/i.test(url));
  next(isOurs ? undefined : new Refusal('not-found'));
}

/** What the body parser says, in our words. */
function refuseUnreadable(error: unknown, _request: Request, _response: Response, next: NextFunction): void {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === 413) next(new Refusal('too-large'));
  else if (status === 415) next(new Refusal('unsupported-media'));
  else if (status === 400)
    next(
      new Refusal('invalid', {
        reasons: [
          {
            code: 'invalid-json',
            text: {
              fr: 'Ce n’est pas du JSON (un objet ou une liste).',
              en: 'This is not JSON (an object or a list).',
            },
          },
        ],
      }),
    );
  else next(error);
}
