/** `/s/<key>/` when the page belongs to a space of its own, `/` for the default live space. */
export function spaceBase(pathname: string): string {
  return /^\/s\/[^/]+\//.exec(pathname)?.[0] ?? '/';
}

/** Where the interface of the page's space answers: `/api` or `/api/s/<key>`. */
export function apiBase(pathname: string): string {
  return '/api' + spaceBase(pathname).replace(/\/$/, '');
}
