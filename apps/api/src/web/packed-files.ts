import { globSync } from 'node:fs';
import type { Request } from 'express';

/** What stands packed beside a file, the smallest first: its ending, and what it is called on the way. */
const WAYS = [
  { ending: '.br', encoding: 'br' },
  { ending: '.gz', encoding: 'gzip' },
] as const;

export interface PackedFile {
  readonly path: string;
  readonly encoding: string;
}

/** Files that the build has packed, so that no request waits for it: of a path, what this browser takes; `null`: as it is. */
export function packedFiles(webDir: string): (request: Request) => PackedFile | null {
  const packed = new Set(globSync('**/*.{br,gz}', { cwd: webDir }).map((name) => `/${name}`));
  return (request) => {
    const way = WAYS.find(
      ({ ending, encoding }) =>
        packed.has(request.path + ending) && request.acceptsEncodings(encoding) === encoding,
    );
    return way ? { path: request.path + way.ending, encoding: way.encoding } : null;
  };
}

/** The path of the file that was packed. */
export const unpackedName = (path: string): string => path.replace(/\.(br|gz)$/, '');
