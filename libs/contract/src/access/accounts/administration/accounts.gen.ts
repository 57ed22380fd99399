// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';
import { vInvitation, vProviderInvitation } from './pending-invitations.gen';
import { vNamed } from '../../sign-in/session.gen';

export const vAccountChange: v.GenericSchema<t.AccountChange> = v.object({
    id: v.string(),
    accountId: v.string(),
    login: v.string(),
    name: v.string(),
    kind: v.picklist(['roles', 'email']),
    before: v.nullable(v.array(v.picklist([
        'caseworker',
        'ase-referent',
        'assessor',
        'supervisor',
        'auditor',
        'trainer',
        'protocol-editor',
        'administrator',
        'partner'
    ]))),
    after: v.nullable(v.array(v.picklist([
        'caseworker',
        'ase-referent',
        'assessor',
        'supervisor',
        'auditor',
        'trainer',
        'protocol-editor',
        'administrator',
        'partner'
    ]))),
    email: v.nullable(v.string()),
    reason: v.string(),
    requestedBy: v.string(),
    requestedAt: v.string(),
    mayDecide: v.boolean()
});

export const vAccountChanges: v.GenericSchema<t.AccountChanges> = v.object({
    items: v.array(vAccountChange)
});

export const vAccountSummary: v.GenericSchema<t.AccountSummary> = v.object({
    id: v.string(),
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
    state: v.picklist([
        'open',
        'invited',
        'not-yet',
        'ended',
        'disabled'
    ]),
    waits: v.boolean()
});

export const vAccountPage: v.GenericSchema<t.AccountPage> = v.object({
    items: v.array(vAccountSummary),
    next: v.nullable(v.string())
});

export const vHeldCases: v.GenericSchema<t.HeldCases> = v.object({
    teamId: v.string(),
    team: v.string(),
    leads: v.number(),
    assigned: v.number()
});

export const vAccountDetail: v.GenericSchema<t.AccountDetail> = v.object({
    id: v.string(),
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
    state: v.picklist([
        'open',
        'invited',
        'not-yet',
        'ended',
        'disabled'
    ]),
    waits: v.boolean(),
    email: v.nullable(v.string()),
    language: v.picklist(['fr', 'en']),
    startsOn: v.nullable(v.string()),
    endsOn: v.nullable(v.string()),
    hasPassword: v.boolean(),
    hasSecondFactor: v.boolean(),
    invitation: v.nullable(vInvitation),
    providerInvitation: v.nullable(vProviderInvitation),
    changes: v.array(vAccountChange),
    held: v.array(vHeldCases),
    reviewDueAt: v.string(),
    isReader: v.boolean()
});
