// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vSentLine: v.GenericSchema<t.SentLine> = v.object({
    id: v.string(),
    fieldClass: v.picklist([
        'identity',
        'people',
        'contact',
        'places',
        'health',
        'judicial',
        'situation',
        'narrative',
        'opinion',
        'staff'
    ]),
    title: vWords,
    shown: vWords,
    at: v.nullable(v.string())
});

export const vReferralPreview: v.GenericSchema<t.ReferralPreview> = v.object({
    lines: v.array(vSentLine),
    mark: v.string()
});

export const vReferralAdditions: v.GenericSchema<t.ReferralAdditions> = v.object({
    lines: v.array(vSentLine)
});
