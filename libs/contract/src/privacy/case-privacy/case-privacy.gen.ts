// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vErasure, vObstacle } from '../erasure/erasures.gen';
import { vLegalHold } from '../holds/holds.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vSharing } from '../sharing/sharing.gen';

export const vMayKeep: v.GenericSchema<t.MayKeep> = v.object({
    hold: v.boolean(),
    erase: v.boolean(),
    share: v.boolean(),
    request: v.boolean()
});

export const vCasePrivacy: v.GenericSchema<t.CasePrivacy> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    closedOn: v.nullable(v.string()),
    holds: v.array(vLegalHold),
    erasure: v.nullable(vErasure),
    obstacles: v.array(vObstacle),
    sharing: v.array(vSharing),
    people: v.array(vNamed),
    may: vMayKeep
});
