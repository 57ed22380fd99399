import { addressOf } from '../../platform/address-of';
import { AUDIT_PAGES } from '../pages';

export const CONFORMANCE_PATH = AUDIT_PAGES.conformance.path;
export const DEVIATIONS_PATH = AUDIT_PAGES.deviations.path;

/** One case beside its protocols. */
export const caseConformancePath = (caseFileId: string): readonly string[] =>
  addressOf(AUDIT_PAGES.caseConformance.path, { caseFileId });
