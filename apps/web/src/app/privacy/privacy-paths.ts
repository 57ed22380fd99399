import { addressOf } from '../platform/address-of';
import { PRIVACY_PAGES } from './pages';

/** Pages about privacy, as commands of the router. */
export const requestPath = (requestId: string): readonly string[] =>
  addressOf(PRIVACY_PAGES.request.path, { requestId });

/** What is kept and shared of one case. */
export const casePrivacyPath = (caseFileId: string): readonly string[] =>
  addressOf(PRIVACY_PAGES.case.path, { caseFileId });
