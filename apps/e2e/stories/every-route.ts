import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const APP = join(__dirname, '../../web/src/app');

/** Files of routes, with the address under which each hangs. */
const FILES: Readonly<Record<string, string>> = {
  'routes.ts': '',
  'cases/case-routes.ts': '',
  'audit/audit-routes.ts': '',
  'privacy/privacy-routes.ts': '',
  'administration/administration-routes.ts': '/administration',
  'protocols/protocol-routes.ts': '/protocoles',
  'protocols/editing/editing-routes.ts': '/protocoles/brouillons',
};

/** Every address of the app that shows a page, `/dossiers/:caseFileId`, read out of its routes. */
export const routesOfApp = (): readonly string[] =>
  Object.entries(FILES).flatMap(([file, base]) => routesIn(readFileSync(join(APP, file), 'utf8'), base));

/** What lies deeper hangs under what lies less deep; a page has a title of its own. */
function routesIn(source: string, base: string): readonly string[] {
  const found: string[] = [];
  const above: { readonly depth: number; readonly path: string }[] = [];
  let path = '';
  for (const line of source.split('\n')) {
    const [, indent = '', brace, part] = /^(\s*)(\{ )?path: '([^']*)'/.exec(line) ?? [];
    if (part !== undefined) {
      const depth = indent.length - (brace ? 0 : 2);
      while ((above.at(-1)?.depth ?? -1) >= depth) above.pop();
      path = [above.at(-1)?.path ?? base, ...(part === '' ? [] : [part])].join('/');
      above.push({ depth, path });
    }
    if (/\btitle: '/.test(line) && !path.endsWith('**')) found.push(path);
  }
  return found;
}

/** Whether this address is one of that route. */
export const isOfRoute = (route: string, address: string): boolean =>
  new RegExp(`^${route.replaceAll(/:\w+/g, '[^/?#]+')}$`).test(address.split(/[?#]/)[0] ?? '');
