// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vObstacle: v.GenericSchema<t.Obstacle> = v.object({
    code: v.string(),
    text: vWords
});

export const vMaySettle: v.GenericSchema<t.MaySettle> = v.object({
    approve: v.boolean(),
    withdraw: v.boolean()
});

export const vErasure: v.GenericSchema<t.Erasure> = v.object({
    id: v.string(),
    reference: v.string(),
    caseFileId: v.nullable(v.string()),
    caseReference: v.string(),
    ground: v.picklist([
        'period-ended',
        'ordered',
        'opened-in-error'
    ]),
    groundWords: vWords,
    basis: v.string(),
    proposedBy: vNamed,
    proposedAt: v.string(),
    state: v.picklist([
        'proposed',
        'void',
        'done',
        'refused',
        'withdrawn'
    ]),
    settledBy: v.nullable(vNamed),
    settledAt: v.nullable(v.string()),
    hash: v.string(),
    obstacles: v.array(vObstacle),
    may: vMaySettle
});

export const vErasurePage: v.GenericSchema<t.ErasurePage> = v.object({
    items: v.array(vErasure),
    next: v.nullable(v.string())
});
