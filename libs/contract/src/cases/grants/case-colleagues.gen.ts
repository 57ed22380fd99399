// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vCaseColleague: v.GenericSchema<t.CaseColleague> = v.object({
    id: v.string(),
    name: v.string(),
    teams: v.array(v.string()),
    mayAdvise: v.boolean(),
    mayLead: v.boolean(),
    isRelated: v.boolean(),
    isSupervisor: v.boolean(),
    isPartner: v.boolean()
});

export const vCaseColleagues: v.GenericSchema<t.CaseColleagues> = v.object({
    items: v.array(vCaseColleague)
});
