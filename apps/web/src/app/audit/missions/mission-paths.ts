import { addressOf } from '../../platform/address-of';
import { AUDIT_PAGES } from '../pages';

/** Addresses of pages about missions, as router commands. They carry ids without meaning. */
export const missionPath = (missionId: string): readonly string[] =>
  addressOf(AUDIT_PAGES.mission.path, { missionId });

export const planPath = (missionId: string): readonly string[] =>
  addressOf(AUDIT_PAGES.changePlan.path, { missionId });

/** A case of the sample, with its checklist. */
export const examinePath = (missionId: string, caseFileId: string): readonly string[] =>
  addressOf(AUDIT_PAGES.examine.path, { missionId, caseFileId });
