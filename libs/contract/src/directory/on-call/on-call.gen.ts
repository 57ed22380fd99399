// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vDayHours: v.GenericSchema<t.DayHours> = v.object({
    from: v.string(),
    to: v.string()
});

export const vOpeningHours: v.GenericSchema<t.OpeningHours> = v.object({
    weekdays: v.nullable(vDayHours),
    weekends: v.nullable(vDayHours)
});

export const vOnCallContact: v.GenericSchema<t.OnCallContact> = v.object({
    id: v.string(),
    name: v.string(),
    phones: v.array(v.string()),
    hours: v.nullable(vOpeningHours),
    isOpen: v.boolean(),
    say: v.nullable(v.string()),
    languages: v.array(v.string()),
    sexes: v.array(v.picklist(['woman', 'man'])),
    byTelephone: v.boolean(),
    verifiedAt: v.string(),
    isStale: v.boolean()
});

export const vOnCallKind: v.GenericSchema<t.OnCallKind> = v.object({
    kind: v.picklist([
        'duty-prosecutor',
        'crip-unit',
        'ase-on-duty',
        'emergency-placement',
        'forensic-unit',
        'duty-line',
        'interpreter-line'
    ]),
    title: vWords,
    say: vWords,
    contacts: v.array(vOnCallContact)
});

export const vOnCallTerritory: v.GenericSchema<t.OnCallTerritory> = v.object({
    territory: v.string(),
    name: v.string(),
    zone: v.string(),
    kinds: v.array(vOnCallKind)
});

export const vOnCallDirectory: v.GenericSchema<t.OnCallDirectory> = v.object({
    items: v.array(vOnCallTerritory)
});
