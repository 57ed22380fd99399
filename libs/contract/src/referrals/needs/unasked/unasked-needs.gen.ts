// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';

export const vSaidOfNeed: v.GenericSchema<t.SaidOfNeed> = v.object({
    reason: v.picklist([
        'met',
        'changed',
        'by-mistake',
        'no-service',
        'age',
        'language'
    ]),
    by: v.string(),
    at: v.string()
});

export const vUnaskedNeed: v.GenericSchema<t.UnaskedNeed> = v.object({
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
        'street-presence'
    ]),
    dueAt: v.nullable(v.string()),
    said: v.nullable(vSaidOfNeed),
    isOver: v.boolean()
});
