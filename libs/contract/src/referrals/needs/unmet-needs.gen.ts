// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vUnmetCount: v.GenericSchema<t.UnmetCount> = v.object({
    need: v.picklist([
        'bed-tonight',
        'lasting-place',
        'urgent-medicine',
        'forensic-examination',
        'sexual-medicine',
        'psychological-support',
        'addiction-support',
        'recorded-room',
        'legal-help',
        'interpreter-help',
        'school-or-training',
        'street-presence',
        'other'
    ]),
    reason: v.picklist([
        'refused',
        'full',
        'age',
        'language',
        'silent',
        'no-service',
        'not-said',
        'age-gap'
    ]),
    open: v.number(),
    recorded: v.number()
});

export const vUnmetInDepartment: v.GenericSchema<t.UnmetInDepartment> = v.object({
    territory: v.string(),
    name: v.string(),
    counts: v.array(vUnmetCount)
});

export const vUnmetNeed: v.GenericSchema<t.UnmetNeed> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    team: v.string(),
    need: v.picklist([
        'bed-tonight',
        'lasting-place',
        'urgent-medicine',
        'forensic-examination',
        'sexual-medicine',
        'psychological-support',
        'addiction-support',
        'recorded-room',
        'legal-help',
        'interpreter-help',
        'school-or-training',
        'street-presence',
        'other'
    ]),
    reason: v.picklist([
        'refused',
        'full',
        'age',
        'language',
        'silent',
        'no-service',
        'not-said',
        'changed',
        'by-mistake'
    ]),
    standing: v.picklist([
        'open',
        'recorded',
        'not-needed'
    ]),
    isAsked: v.boolean(),
    since: v.string()
});

export const vUnmetNeeds: v.GenericSchema<t.UnmetNeeds> = v.object({
    departments: v.array(vUnmetInDepartment),
    items: v.array(vUnmetNeed),
    hasMore: v.boolean()
});
