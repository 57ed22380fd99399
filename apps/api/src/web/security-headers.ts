import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

type Middleware = (request: Request, response: Response, next: NextFunction) => void;

/** The nonce of this answer: scripts and styles of the page carry it. */
export function nonceOf(response: Response): string {
  const nonce: unknown = response.locals['nonce'];
  if (typeof nonce !== 'string') throw new Error('answer without a nonce');
  return nonce;
}

/** No page of ours needs any; signing in with a passkey and a second factor are the page's own. */
const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'web-share',
  'window-management',
  'xr-spatial-tracking',
];
const OWN_PERMISSIONS = ['publickey-credentials-create', 'publickey-credentials-get'];
const PERMISSIONS_POLICY = [
  ...PERMISSIONS.map((permission) => `${permission}=()`),
  ...OWN_PERMISSIONS.map((permission) => `${permission}=(self)`),
].join(', ');

const OF_INTERFACE = /^\/(api|health)(\/|$)/;

/**
 * What a browser may do with an answer of ours: pages load nothing from elsewhere, stand in no frame, run no text as script;
 * answers of the interface, opened as pages, do nothing at all. Nothing is kept. TLS only, `inProduction`.
 */
export function securityHeaders(inProduction: boolean): Middleware {
  const ofPages = helmet({ ...common(inProduction), contentSecurityPolicy: PAGE_POLICY });
  const ofInterface = headersOf(helmet({ ...common(inProduction), contentSecurityPolicy: INTERFACE_POLICY }));
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', PERMISSIONS_POLICY);
    response.setHeader('Cache-Control', 'no-store');
    if (OF_INTERFACE.test(request.path)) {
      for (const [name, value] of ofInterface) response.setHeader(name, value);
      return next();
    }
    response.locals['nonce'] = randomBytes(16).toString('base64');
    ofPages(request, response, next);
  };
}

/** What these headers always are: an answer of the interface carries no nonce, so that none of them changes. */
function headersOf(middleware: ReturnType<typeof helmet>): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const answer = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  middleware({} as Request, answer as unknown as Response, (error?: unknown) => {
    if (error !== undefined) throw new Error('no headers', { cause: error });
  });
  return headers;
}

type HelmetOptions = NonNullable<Parameters<typeof helmet>[0]>;

const common = (inProduction: boolean): HelmetOptions => ({
  crossOriginEmbedderPolicy: true,
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: inProduction ? { maxAge: 63_072_000, includeSubDomains: false } : false,
});

const withNonce = (_request: unknown, response: unknown): string =>
  `'nonce-${nonceOf(response as Response)}'`;

const PAGE_POLICY: HelmetOptions['contentSecurityPolicy'] = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", withNonce],
    styleSrc: ["'self'", withNonce],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'self'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ['angular', 'angular#bundler'],
  },
};

const INTERFACE_POLICY: HelmetOptions['contentSecurityPolicy'] = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
    sandbox: [],
  },
};
