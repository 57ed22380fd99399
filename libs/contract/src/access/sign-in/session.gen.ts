// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vNamed: v.GenericSchema<t.Named> = v.object({
    id: v.string(),
    name: v.string()
});

export const vSessionAccount: v.GenericSchema<t.SessionAccount> = v.object({
    id: v.string(),
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
    language: v.picklist(['fr', 'en'])
});

export const vSession: v.GenericSchema<t.Session> = v.object({
    now: v.string(),
    idleUntil: v.string(),
    until: v.string(),
    idleSeconds: v.number(),
    id: v.string(),
    account: vSessionAccount,
    provider: v.nullable(v.string()),
    mustEnrol: v.boolean()
});
