// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vBreakGlassReview, vEnded } from '../grants/case-access.gen';
import { vNamed } from '../../access/sign-in/session.gen';

export const vBrokenGlass: v.GenericSchema<t.BrokenGlass> = v.object({
    caseFileId: v.string(),
    until: v.nullable(v.string())
});

export const vToReview: v.GenericSchema<t.ToReview> = v.object({
    id: v.string(),
    by: vNamed,
    openedAt: v.string(),
    until: v.string(),
    isOpen: v.boolean(),
    ended: v.nullable(vEnded),
    reason: v.picklist([
        'child-present',
        'immediate-danger',
        'missing-child',
        'authority-request',
        'other'
    ]),
    words: v.string(),
    reviewDueAt: v.string(),
    review: v.nullable(vBreakGlassReview),
    caseFileId: v.string(),
    reference: v.string(),
    mayReview: v.boolean()
});

export const vBreakGlassReviews: v.GenericSchema<t.BreakGlassReviews> = v.object({
    now: v.string(),
    items: v.array(vToReview),
    next: v.nullable(v.string())
});
