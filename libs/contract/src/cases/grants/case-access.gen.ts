// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vRedacted } from '../../platform/answers/shown.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vConflict: v.GenericSchema<t.Conflict> = v.object({
    id: v.string(),
    name: v.string(),
    declaredAt: v.string()
});

export const vCasePerson: v.GenericSchema<t.CasePerson> = v.object({
    id: v.string(),
    name: v.string(),
    relation: v.picklist([
        'lead',
        'assigned',
        'substitute',
        'supervisor',
        'team',
        'on-duty',
        'second-opinion',
        'approver',
        'partner',
        'mission',
        'break-glass',
        'break-glass-restricted',
        'none'
    ]),
    title: vWords,
    insteadOf: v.nullable(v.string()),
    until: v.nullable(v.string()),
    carries: v.array(vWords),
    referralId: v.nullable(v.string()),
    asks: v.nullable(vWords),
    askedAt: v.nullable(v.string())
});

export const vEnded: v.GenericSchema<t.Ended> = v.object({
    by: v.string(),
    at: v.string()
});

export const vBreakGlassReview: v.GenericSchema<t.BreakGlassReview> = v.object({
    verdict: v.picklist(['justified', 'not-justified']),
    by: v.string(),
    at: v.string(),
    words: v.string()
});

export const vBreakGlassShown: v.GenericSchema<t.BreakGlassShown> = v.object({
    id: v.string(),
    by: vNamed,
    openedAt: v.string(),
    until: v.string(),
    isOpen: v.boolean(),
    ended: v.nullable(vEnded),
    reason: v.picklist([
        'child-present',
        'immediate-danger',
        'missing-child',
        'authority-request',
        'other'
    ]),
    words: v.string(),
    reviewDueAt: v.string(),
    review: v.nullable(vBreakGlassReview)
});

export const vCaseLead: v.GenericSchema<t.CaseLead> = v.object({
    id: v.string(),
    name: v.string(),
    isAway: v.boolean()
});

export const vRelation: v.GenericSchema<t.Relation> = v.object({
    relation: v.picklist([
        'lead',
        'assigned',
        'substitute',
        'supervisor',
        'team',
        'on-duty',
        'second-opinion',
        'approver',
        'partner',
        'mission',
        'break-glass',
        'break-glass-restricted',
        'none'
    ]),
    title: vWords
});

export const vActVerdict: v.GenericSchema<t.ActVerdict> = v.object({
    act: v.picklist([
        'read',
        'receive',
        'protect',
        'write',
        'advise',
        'approve',
        'assign',
        'refer',
        'inform',
        'restrict',
        'audit',
        'share',
        'retain'
    ]),
    title: vWords,
    yes: v.boolean(),
    why: vWords
});

export const vFieldVerdict: v.GenericSchema<t.FieldVerdict> = v.object({
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
    yes: v.boolean(),
    why: vWords
});

export const vReader: v.GenericSchema<t.Reader> = v.object({
    relations: v.array(vRelation),
    acts: v.array(vActVerdict),
    fields: v.array(vFieldVerdict)
});

export const vCaseRestriction: v.GenericSchema<t.CaseRestriction> = v.object({
    since: v.string(),
    reason: v.picklist([
        'colleague',
        'press',
        'threat',
        'other'
    ]),
    words: v.union([v.string(), vRedacted]),
    setBy: v.union([v.string(), vRedacted]),
    circle: v.union([v.array(vNamed), vRedacted])
});

export const vMayOnAccess: v.GenericSchema<t.MayOnAccess> = v.object({
    assign: v.boolean(),
    refer: v.boolean(),
    restrict: v.boolean(),
    advise: v.boolean(),
    declareConflict: v.boolean(),
    endEmergency: v.boolean()
});

export const vCaseAccess: v.GenericSchema<t.CaseAccess> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    reader: vReader,
    lead: v.nullable(v.union([vCaseLead, vRedacted])),
    team: vNamed,
    people: v.union([v.array(vCasePerson), vRedacted]),
    restriction: v.nullable(vCaseRestriction),
    conflicts: v.union([v.array(vConflict), vRedacted]),
    emergencies: v.union([v.array(vBreakGlassShown), vRedacted]),
    may: vMayOnAccess
});
