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

/** helmet with our content policy: nothing from elsewhere, no frame, trusted types. */
export function securityHeaders(): Middleware {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
        styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
        imgSrc: ["'self'", 'data:'],
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
    },
    crossOriginEmbedderPolicy: true,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  });
  return (request, response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    response.setHeader('Cache-Control', 'no-store');
    headers(request, response, next);
  };
}
