/** What has to be said to come to an address: `caseFileId` of `/dossiers/:caseFileId`. */
export type ParamOf<Path extends string> = Path extends `${string}:${infer Param}/${infer Rest}`
  ? Param | ParamOf<`/${Rest}`>
  : Path extends `${string}:${infer Param}`
    ? Param
    : never;

/** The address of a page with these parts filled in, as commands of the router. */
export function addressOf<Path extends `/${string}`>(
  path: Path,
  params: Readonly<Record<ParamOf<Path>, string>>,
): readonly string[] {
  const given: Readonly<Record<string, string>> = params;
  const parts = path.slice(1).split('/');
  return parts.map((part, place) => {
    const filled = part.startsWith(':') ? (given[part.slice(1)] ?? '') : part;
    return place === 0 ? `/${filled}` : filled;
  });
}
