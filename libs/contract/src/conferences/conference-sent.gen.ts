// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../types.gen';

export const vPoint: v.GenericSchema<t.Point> = v.object({
    ground: v.picklist([
        'question',
        'late',
        'blocked',
        'awaited',
        'referral',
        'own'
    ]),
    text: v.string()
});
