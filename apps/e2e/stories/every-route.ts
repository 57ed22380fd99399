import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const APP = join(__dirname, '../../web/src/app');

/** Every address of the app that shows a page, `/dossiers/:caseFileId`, read out of its routes and the files that these load. */
export const routesOfApp = (): readonly string[] => routesIn('routes.ts', '');

/** What lies deeper hangs under what lies less deep; a page has a title of its own. */
function routesIn(file: string, base: string): readonly string[] {
  const found: string[] = [];
  const above: { readonly depth: number; readonly path: string }[] = [];
  let path = '';
  for (const line of readFileSync(join(APP, file), 'utf8').split('\n')) {
    const [, indent = '', brace, part] = /^(\s*)(\{ )?path: '([^']*)'/.exec(line) ?? [];
    if (part !== undefined) {
      const depth = indent.length - (brace ? 0 : 2);
      while ((above.at(-1)?.depth ?? -1) >= depth) above.pop();
      path = [above.at(-1)?.path ?? base, ...(part === '' ? [] : [part])].join('/');
      above.push({ depth, path });
    }
    if (/\btitle: '/.test(line) && !path.endsWith('**')) found.push(path);
    const [, loaded] = /\bloadChildren: .*import\('([^']+)'\)/.exec(line) ?? [];
    if (loaded !== undefined) found.push(...routesIn(join(dirname(file), `${loaded}.ts`), path));
  }
  return found;
}

/** Whether this address is one of that route. */
export const isOfRoute = (route: string, address: string): boolean =>
  new RegExp(`^${route.replaceAll(/:\w+/g, '[^/?#]+')}$`).test(address.split(/[?#]/)[0] ?? '');
