// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vNamed } from '../../access/sign-in/session.gen';

export const vCoverTeam: v.GenericSchema<t.CoverTeam> = v.object({
    id: v.string(),
    name: v.string(),
    mayPlan: v.boolean()
});

export const vSubstitution: v.GenericSchema<t.Substitution> = v.object({
    id: v.string(),
    absent: vNamed,
    substitute: vNamed,
    from: v.string(),
    until: v.string(),
    teams: v.array(v.string())
});

export const vDuty: v.GenericSchema<t.Duty> = v.object({
    id: v.string(),
    team: vNamed,
    account: vNamed,
    from: v.string(),
    until: v.string()
});

export const vUncoveredCase: v.GenericSchema<t.UncoveredCase> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    lead: v.nullable(v.string()),
    why: v.picklist([
        'no-lead',
        'conflict',
        'left',
        'away'
    ])
});

export const vCover: v.GenericSchema<t.Cover> = v.object({
    now: v.string(),
    teams: v.array(vCoverTeam),
    substitutions: v.array(vSubstitution),
    duties: v.array(vDuty),
    uncovered: v.array(vUncoveredCase)
});

export const vPlanned: v.GenericSchema<t.Planned> = v.object({
    id: v.string()
});
