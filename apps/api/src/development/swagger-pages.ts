import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import express, { type NextFunction, type Request, type Response } from 'express';
import swaggerFolder from 'swagger-ui-dist/absolute-path.js';

/** Swagger UI at `/swagger/`: reads the description of the interface, and asks as whoever is signed in. */
@Module({})
export class SwaggerPages implements OnModuleInit {
  constructor(private readonly adapters: HttpAdapterHost) {}

  onModuleInit(): void {
    const files = express.static(swaggerFolder());
    this.adapters.httpAdapter.use('/swagger', letRun, sendInitializer, files);
  }
}

/** Swagger UI writes styles and markup as it runs, which pages of ours never may; still nothing comes from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

function letRun(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Content-Security-Policy', POLICY);
  next();
}

const INITIALIZER = `window.ui = SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  // Without it a write is refused: no form of another site can send it.
  requestInterceptor: (request) => ({ ...request, headers: { ...request.headers, 'X-Repere': '1' } }),
});
`;

function sendInitializer({ path }: Request, response: Response, next: NextFunction): void {
  if (path === '/swagger-initializer.js') response.type('js').send(INITIALIZER);
  else next();
}
