import type { INestApplication } from '@nestjs/common';

/** Every route is below `/api`; health also answers without, for who watches the process. */
export function nameRoutes(app: INestApplication): void {
  app.setGlobalPrefix('api', {
    exclude: ['live', 'ready', 'metrics'].flatMap((path) => [`health/${path}`, `api/health/${path}`]),
  });
}
