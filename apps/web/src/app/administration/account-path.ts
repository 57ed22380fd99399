import { addressOf } from '../platform/address-of';
import { ADMINISTRATION_PAGES } from './pages';

/** The page of one account, as commands of the router. */
export const accountPath = (accountId: string): readonly string[] =>
  addressOf(ADMINISTRATION_PAGES.account.path, { accountId });
