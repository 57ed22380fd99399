import { DestroyRef, DOCUMENT, inject } from '@angular/core';

/** What opens a page for a service without account: the secret of its link, and the code that it was told. */
export interface LinkKey {
  readonly token: string;
  readonly code: string;
}

/** Behind the `#` of a whole link. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** Another link that is opened in the same tab begins the page anew: it is the one that is meant, and its secret leaves the address too. */
export function beginAnewWithAnotherLink(): void {
  const { defaultView: tab } = inject(DOCUMENT);
  const begin = (): void => {
    if (tab && isToken(tab.location.hash.slice(1))) tab.location.reload();
  };
  tab?.addEventListener('hashchange', begin);
  inject(DestroyRef).onDestroy(() => tab?.removeEventListener('hashchange', begin));
}
