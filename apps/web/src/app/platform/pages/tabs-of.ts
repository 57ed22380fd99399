import type { Page, Pages } from './page';

/** Pages of a list that have a tab. */
export type TabName<T extends Pages> = {
  [K in keyof T & string]: T[K] extends { readonly tab: string } ? K : never;
}[keyof T & string];

/** Their names, in the order of the list. */
export function tabsOf<T extends Pages>(pages: T): readonly TabName<T>[] {
  return Object.entries<Page>(pages).flatMap(([name, { tab }]) => (tab ? [name as TabName<T>] : []));
}
