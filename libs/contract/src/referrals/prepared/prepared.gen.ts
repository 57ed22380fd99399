// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vPreparedReferral } from './seen-prepared.gen';
import { vPreparedTerms } from './prepared-terms.gen';
import { vRedacted } from '../../platform/answers/shown.gen';

export const vResumedReferral: v.GenericSchema<t.ResumedReferral> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    prepared: vPreparedReferral,
    terms: vPreparedTerms
});

export const vKeptPrepared: v.GenericSchema<t.KeptPrepared> = v.object({
    id: v.string()
});
