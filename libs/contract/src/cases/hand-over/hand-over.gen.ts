// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vDuty } from '../cover/cover.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWorkItem } from '../worklist/worklist.gen';

export const vNightHandOverCase: v.GenericSchema<t.NightHandOverCase> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    lead: v.nullable(v.string()),
    isUrgent: v.boolean(),
    acts: v.array(vWorkItem)
});

export const vNightHandOver: v.GenericSchema<t.NightHandOver> = v.object({
    scope: v.picklist(['me', 'team']),
    now: v.string(),
    until: v.string(),
    onDuty: v.array(vDuty),
    cases: v.array(vNightHandOverCase),
    isTruncated: v.boolean()
});
