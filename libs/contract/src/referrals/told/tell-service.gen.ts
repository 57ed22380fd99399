// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vRedacted } from '../../platform/answers/shown.gen';

export const vOpenNeed: v.GenericSchema<t.OpenNeed> = v.object({
    id: v.string(),
    request: v.nullable(v.string())
});

export const vServiceToTell: v.GenericSchema<t.ServiceToTell> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    service: vNamed,
    phones: v.array(v.string()),
    hasMail: v.boolean(),
    hasAccount: v.boolean(),
    openNeeds: v.array(vOpenNeed)
});
