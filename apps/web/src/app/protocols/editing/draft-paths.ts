import { addressOf } from '../../platform/address-of';
import { DRAFT_PAGES } from './pages';

/** The pages of a draft. */
export type DraftPart = keyof typeof DRAFT_PAGES;

/** Commands of the router for a page of a draft. */
export function draftPath(id: string, part: DraftPart = 'text'): readonly string[] {
  return addressOf(DRAFT_PAGES[part].path, { id });
}
