import type { Response } from 'express';
import type { Space } from './spaces';

const MARK = 'exercice-';

/** What a file of this space is called: nobody takes one of a training space for a real one, wherever it is kept. */
export const nameInSpace = ({ kind }: Pick<Space, 'kind'>, name: string): string =>
  kind === 'training' && !name.startsWith(MARK) ? `${MARK}${name}` : name;

/** Every file that this answer may turn out to be gets its name of this space, whatever the route calls it. */
export function markDownloads(space: Pick<Space, 'kind'>, response: Response): void {
  if (space.kind !== 'training') return;
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (header, value) =>
    setHeader(
      header,
      header.toLowerCase() === 'content-disposition' && typeof value === 'string'
        ? value.replace(
            /(filename=")([^"]*)/,
            (_all, before: string, name: string) => before + nameInSpace(space, name),
          )
        : value,
    );
}
