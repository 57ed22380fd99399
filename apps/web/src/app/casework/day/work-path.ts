import type { WorkItem } from '@repere/contract';
import {
  accessPath,
  casePath,
  conferencePath,
  linksPath,
  referralsPath,
  sameChildPath,
  stepPath,
} from '../../cases/case-paths';

/** Where a thing to do is done: its step, or the page that asks it. */
export function workPath({ kind, caseFileId, runId, step, appointmentId }: WorkItem): readonly string[] {
  if (kind === 'review') return ['/acces-urgence', 'relectures'];
  if (kind === 'task') return sameChildPath(caseFileId);
  if (kind === 'referral' || kind === 'prepared') return referralsPath(caseFileId);
  if (kind === 'tie') return linksPath(caseFileId);
  if (kind === 'emergency') return accessPath(caseFileId);
  if (appointmentId !== null) return conferencePath(caseFileId, appointmentId);
  return runId && step ? stepPath(caseFileId, runId, step) : casePath(caseFileId);
}
