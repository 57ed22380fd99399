// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vAgeBetween, vExactAge, vPastEighteen, vUnknownAge } from '../page/age.gen';
import { vAnswerOfRole } from '../page/case-file.gen';
import { vDuty } from '../cover/cover.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWorkItem } from '../worklist/worklist.gen';

export const vDutyLine: v.GenericSchema<t.DutyLine> = v.object({
    territory: v.string(),
    name: v.string(),
    phones: v.array(v.string())
});

export const vNightHandOverCase: v.GenericSchema<t.NightHandOverCase> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    age: v.union([
        vUnknownAge,
        vExactAge,
        vAgeBetween,
        vPastEighteen,
        vRedacted
    ]),
    danger: v.nullable(vAnswerOfRole),
    isDangerSeen: v.boolean(),
    lead: v.nullable(v.string()),
    isUrgent: v.boolean(),
    acts: v.array(vWorkItem)
});

export const vNightHandOver: v.GenericSchema<t.NightHandOver> = v.object({
    scope: v.picklist(['me', 'team']),
    now: v.string(),
    until: v.string(),
    onDuty: v.array(vDuty),
    dutyLines: v.array(vDutyLine),
    cases: v.array(vNightHandOverCase),
    isTruncated: v.boolean()
});

export const vHandOverSent: v.GenericSchema<t.HandOverSent> = v.object({
    told: v.array(v.string()),
    unreached: v.array(v.string())
});
