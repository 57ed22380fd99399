import type { ApiRoutes } from '@repere/contract';
import { apiBase } from './space-path';

export type ApiMethod = keyof ApiRoutes;

type PartsOf<Path extends string> = Path extends `${infer Part}/${infer Rest}`
  ? [Part, ...PartsOf<Rest>]
  : [Path];

type Matching<Parts, Route> = Route extends { readonly path: infer Path extends readonly unknown[] }
  ? Parts extends ['', ...Path]
    ? Route
    : never
  : never;
/** Of two routes that this may be, the one that names every part. */
type Exact<Parts, Route> = Route extends { readonly path: infer Path extends readonly unknown[] }
  ? ['', ...Path] extends Parts
    ? Route
    : never
  : never;
type Closest<Parts, Route> = [Exact<Parts, Route>] extends [never] ? Route : Exact<Parts, Route>;
type RouteAt<Method extends ApiMethod, Parts> = Parts extends unknown
  ? Closest<Parts, Matching<Parts, ApiRoutes[Method]>>
  : never;
type RouteOf<Method extends ApiMethod, Path extends string> = RouteAt<Method, PartsOf<Path>>;

/**
 * This path if the interface has a route for it, part by part; else what no path is. A path has to be written as a template
 * (`/case-files/${id}/notes`): a text that could be any is none. What is asked of it stands beside it.
 */
export type ApiPath<Method extends ApiMethod, Path extends string> =
  PartsOf<Path> extends ['', ...ApiRoutes[Method]['path']] ? Path : { readonly noSuchRoute: Path };

/** What this route answers; `void`: nothing. */
export type ApiAnswer<Method extends ApiMethod, Path extends string> = RouteOf<Method, Path>['answer'];
/** What is sent to this route. */
export type ApiBody<Method extends ApiMethod, Path extends string> = RouteOf<Method, Path>['body'];
/** What may be asked of this route. */
export type ApiQuestion<Method extends ApiMethod, Path extends string> = Asking<
  RouteOf<Method, Path>['query']
>;
type Asking<Query> = {
  readonly [Name in keyof Query]: Query[Name] | ListIn<Query[Name]> | null | undefined;
};
/** A list is asked with commas between, and is asked even if nothing is in it. */
type ListIn<Value> = string extends Value ? readonly string[] : never;
/** The same as an argument, which may be left out where nothing has to be asked. */
export type ApiQuery<Method extends ApiMethod, Path extends string> =
  Record<never, never> extends RouteOf<Method, Path>['query']
    ? [question?: ApiQuestion<Method, Path>]
    : [question: ApiQuestion<Method, Path>];

/** What belongs to a case: `notes`, `` `letters/${id}` ``. */
export const pathOfCase = <const What extends string>(caseFileId: string, what: What) =>
  `/case-files/${encodeURIComponent(caseFileId)}/${what}` as const;

/** Where the browser itself takes something from: a file, a place to go on. */
export const hrefOf = <const Path extends string>(
  path: Path & ApiPath<'GET', Path>,
  ...[question]: ApiQuery<'GET', Path>
): string => apiBase(location.pathname) + path + queryOf(question);

/** What is asked after a path: `?cursor=…`, without what isn’t said; nothing at all where nothing is. */
export function queryOf(question: object = {}): '' | `?${string}` {
  const said = Object.entries(question).flatMap(([name, value]: [string, unknown]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return said.length > 0 ? `?${new URLSearchParams(said).toString()}` : '';
}
