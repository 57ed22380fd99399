import type { ApiRoutes } from '@repere/contract';
import { apiBase } from './space-path';

export type ApiMethod = keyof ApiRoutes;

type WithoutQuery<Path extends string> = Path extends `${infer Before}?${string}` ? Before : Path;

type PartsOf<Path extends string> = Path extends `${infer Part}/${infer Rest}`
  ? [Part, ...PartsOf<Rest>]
  : [Path];

/**
 * This path if the interface has a route for it, part by part, whatever the question after `?`; else what no path is. A path has to be
 * written as a template (`/case-files/${id}/notes`): a text that could be any is none.
 */
export type ApiPath<Method extends ApiMethod, Path extends string> =
  PartsOf<WithoutQuery<Path>> extends ['', ...ApiRoutes[Method]] ? Path : { readonly noSuchRoute: Path };

/** Where the browser itself takes something from: a file, a place to go on. */
export const hrefOf = <const Path extends string>(path: Path & ApiPath<'GET', Path>): string =>
  apiBase(location.pathname) + path;

/** What is asked for by name; what nobody asks is left out. */
export type Asked = Readonly<Record<string, string | null | undefined>>;

/** What is asked after a path: `?cursor=…`, without what isn’t said; nothing at all where nothing is. */
export function queryOf(asked: Asked): '' | `?${string}` {
  const said = Object.entries(asked).filter((it): it is [string, string] => Boolean(it[1]));
  return said.length > 0 ? `?${new URLSearchParams(said).toString()}` : '';
}
