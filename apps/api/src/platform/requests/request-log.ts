import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';

/** One line a request: correlation id, method, path without query, status, milliseconds. No header, address, body or name. */
export const requestLog = (level: string): Params => ({
  pinoHttp: {
    level,
    base: null,
    // Made before, by the correlation middleware.
    genReqId: (request: IncomingMessage) => request.id ?? '',
    autoLogging: { ignore: (request: IncomingMessage) => (request.url ?? '').startsWith('/health/') },
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
        id,
        method,
        path: pathOf(url),
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: ({ type }: { type: string }) => ({ type }),
    },
    customLogLevel: (_request: IncomingMessage, response: ServerResponse) =>
      response.statusCode >= 500 ? 'error' : 'info',
  },
});

/** Behind a calendar's door stands its secret: whoever reads the log must not read the calendar. */
const SECRET = /(\/calendar\/)[^/]+/;

const pathOf = (url: string): string => (url.split('?')[0] ?? '').replace(SECRET, '$1…');
