import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RightsSheet, Sources } from '@repere/protocol';
import type { NextFunction, Request, Response } from 'express';
import { groundsPage } from './grounds-page';
import { sheetPage } from './sheet-page';

const SHEET = /^(?:\/s\/[a-z0-9][a-z0-9-]{0,30})?\/feuille(\/sources)?$/;

/**
 * Serves the sheet of rights at `/feuille` and its grounds at `/feuille/sources`, also under `/s/<key>/`. Pages of their own,
 * apart from the app's: they ask no session who is there, and move none.
 */
export function serveRightsSheet(
  app: NestExpressApplication,
  {
    sheet,
    sources,
    exitUrl,
  }: { readonly sheet: RightsSheet; readonly sources: Sources; readonly exitUrl: string },
): void {
  const shown = sheetPage(sheet, exitUrl);
  const grounds = groundsPage(sheet, sources);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const [found, ofGrounds] = SHEET.exec(request.path) ?? [];
    if (found === undefined || !['GET', 'HEAD'].includes(request.method)) return next();
    response.type('html').send(ofGrounds === undefined ? shown : grounds);
  });
}
