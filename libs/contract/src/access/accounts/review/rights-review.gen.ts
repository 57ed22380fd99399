// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';
import { vNamed } from '../../sign-in/session.gen';

export const vLastReview: v.GenericSchema<t.LastReview> = v.object({
    at: v.string(),
    by: v.string()
});

export const vRightsDue: v.GenericSchema<t.RightsDue> = v.object({
    accountId: v.string(),
    login: v.string(),
    name: v.string(),
    roles: v.array(v.picklist([
        'caseworker',
        'ase-referent',
        'assessor',
        'supervisor',
        'auditor',
        'trainer',
        'protocol-editor',
        'administrator',
        'partner'
    ])),
    teams: v.array(vNamed),
    dueAt: v.string(),
    isOverdue: v.boolean(),
    lastReviewed: v.nullable(vLastReview)
});

export const vRightsDueList: v.GenericSchema<t.RightsDueList> = v.object({
    items: v.array(vRightsDue)
});
