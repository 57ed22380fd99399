// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vRedacted } from '../../platform/answers/shown.gen';

export const vLegalHold: v.GenericSchema<t.LegalHold> = v.object({
    id: v.string(),
    caseFileId: v.string(),
    reference: v.string(),
    reason: v.union([v.string(), vRedacted]),
    setBy: v.union([vNamed, vRedacted]),
    setAt: v.string(),
    reviewOn: v.nullable(v.string()),
    liftedBy: v.nullable(v.union([vNamed, vRedacted])),
    liftedAt: v.nullable(v.string()),
    whyLifted: v.nullable(v.union([v.string(), vRedacted]))
});

export const vLegalHoldPage: v.GenericSchema<t.LegalHoldPage> = v.object({
    items: v.array(vLegalHold),
    next: v.nullable(v.string())
});
