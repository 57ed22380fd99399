/** A module of the pages: what it imports, what it loads later, how long it is. */
export interface BuiltModule {
  readonly imports: readonly string[];
  readonly later: readonly string[];
  readonly size: number;
}

export function groupChunks(
  modules: ReadonlyMap<string, BuiltModule>,
  main: string,
  door?: string,
): ReadonlyMap<string, string>;
