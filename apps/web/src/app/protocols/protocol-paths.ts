import type { TraceAnswer } from '@repere/contract';
import { addressOf } from '../platform/address-of';
import { tabsOf, type TabName } from '../platform/pages/tabs-of';
import { VERSION_PAGES } from './pages';

/** The pages of one version that have a tab. */
export const PARTS = tabsOf(VERSION_PAGES);
export type Part = TabName<typeof VERSION_PAGES>;

/** Commands of the router for a page of a version. */
export function partPath(name: string, version: string, part: Part = 'text'): readonly string[] {
  return addressOf(VERSION_PAGES[part].path, { name, version });
}

/** A place in the app: commands of the router, and where on the page. */
export interface PageLink {
  readonly path: readonly string[] | string;
  readonly fragment?: string;
}

export const stepLink = (name: string, version: string, step: string): PageLink => ({
  path: partPath(name, version),
  fragment: `step-${step}`,
});

/** Where an answer can be read; `null`: it has no page, the words are all there is. */
export function answerLink({ kind, protocol, version, id, path }: TraceAnswer): PageLink | null {
  if (path !== undefined) return { path };
  if (protocol === undefined || version === undefined) return null;
  switch (kind) {
    case 'step':
      return stepLink(protocol, version, id ?? '');
    case 'safeguard':
      return { path: partPath(protocol, version, 'safeguards'), fragment: `safeguard-${id ?? ''}` };
    case 'fact':
      return { path: partPath(protocol, version), fragment: `fact-${id ?? ''}` };
    case 'protocol':
    case 'page':
    case 'statistic':
    case 'engine-rule':
      return { path: partPath(protocol, version) };
  }
}
