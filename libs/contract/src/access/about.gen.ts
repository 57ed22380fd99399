// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../types.gen';
import { vProvider } from './provider/flow/provider-sign-in.gen';

export const vAboutSpace: v.GenericSchema<t.AboutSpace> = v.object({
    key: v.nullable(v.string()),
    kind: v.picklist(['live', 'training']),
    title: v.string(),
    now: v.string()
});

export const vDemoAccount: v.GenericSchema<t.DemoAccount> = v.object({
    login: v.string(),
    password: v.string(),
    name: v.string(),
    role: v.picklist([
        'caseworker',
        'ase-referent',
        'assessor',
        'supervisor',
        'auditor',
        'trainer',
        'protocol-editor',
        'administrator',
        'partner'
    ]),
    team: v.string()
});

export const vAbout: v.GenericSchema<t.About> = v.object({
    name: v.picklist(['Repère']),
    version: v.string(),
    space: vAboutSpace,
    providers: v.array(vProvider),
    demoAccounts: v.array(vDemoAccount)
});
