import type { Request } from 'express';

/** What came with the request in the cookie of this name; `null`: none. It is whatever the sender wrote. */
export function readCookie(request: Request, name: string): string | null {
  const prefix = `${name}=`;
  return (
    readCookies(request)
      .find((pair) => pair.startsWith(prefix))
      ?.slice(prefix.length) ?? null
  );
}

/** All that came with the request, each as `name=value`. */
export const readCookies = (request: Request): readonly string[] =>
  (request.headers.cookie ?? '').split(';').map((part) => part.trim());
