// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vSessionTimes: v.GenericSchema<t.SessionTimes> = v.object({
    now: v.string(),
    idleUntil: v.string(),
    until: v.string(),
    idleSeconds: v.number()
});

export const vOwnSession: v.GenericSchema<t.OwnSession> = v.object({
    id: v.string(),
    isThis: v.boolean(),
    browser: v.picklist([
        'chrome',
        'edge',
        'firefox',
        'opera',
        'safari',
        'other'
    ]),
    system: v.picklist([
        'android',
        'ios',
        'linux',
        'macos',
        'windows',
        'other'
    ]),
    strength: v.picklist([
        'password',
        'two-factors',
        'passkey',
        'provider'
    ]),
    startedAt: v.string(),
    lastSeenAt: v.string()
});

export const vOwnSessions: v.GenericSchema<t.OwnSessions> = v.object({
    now: v.string(),
    items: v.array(vOwnSession)
});

export const vEndedSessions: v.GenericSchema<t.EndedSessions> = v.object({
    ended: v.number()
});
