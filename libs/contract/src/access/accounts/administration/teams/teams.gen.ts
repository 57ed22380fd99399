// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../../types.gen';

export const vTeamMember: v.GenericSchema<t.TeamMember> = v.object({
    id: v.string(),
    name: v.string(),
    state: v.picklist([
        'open',
        'invited',
        'not-yet',
        'ended',
        'disabled'
    ])
});

export const vTeamSummary: v.GenericSchema<t.TeamSummary> = v.object({
    id: v.string(),
    name: v.string(),
    territory: v.string(),
    territoryName: v.string(),
    zone: v.string(),
    kind: v.picklist([
        'public',
        'association',
        'unknown'
    ]),
    checkPhone: v.nullable(v.string()),
    letterhead: v.nullable(v.string()),
    signsFor: v.nullable(v.string()),
    members: v.array(vTeamMember)
});

export const vTeams: v.GenericSchema<t.Teams> = v.object({
    items: v.array(vTeamSummary)
});
