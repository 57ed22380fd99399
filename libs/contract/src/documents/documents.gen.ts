// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../types.gen';
import { vNamed } from '../access/sign-in/session.gen';
import { vRedacted } from '../platform/answers/shown.gen';

export const vOriginalPlace: v.GenericSchema<t.OriginalPlace> = v.object({
    place: v.string(),
    seal: v.string()
});

export const vDocumentVersion: v.GenericSchema<t.DocumentVersion> = v.object({
    id: v.string(),
    version: v.pipe(v.number(), v.integer()),
    kind: v.picklist([
        'certificate',
        'order',
        'report',
        'identity-paper',
        'letter-received',
        'other'
    ]),
    title: v.string(),
    datedOn: v.nullable(v.string()),
    author: v.nullable(v.string()),
    classes: v.array(v.picklist([
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
    ])),
    original: v.nullable(vOriginalPlace),
    at: v.string(),
    by: v.union([vNamed, vRedacted]),
    mediaType: v.picklist([
        'application/pdf',
        'image/jpeg',
        'image/png'
    ]),
    pages: v.nullable(v.pipe(v.number(), v.integer())),
    bytes: v.pipe(v.number(), v.integer()),
    originalSha256: v.string(),
    sha256: v.string()
});

export const vDestruction: v.GenericSchema<t.Destruction> = v.object({
    at: v.string(),
    by: v.union([vNamed, vRedacted]),
    reason: v.picklist([
        'image-of-abuse',
        'recording',
        'wrong-child',
        'no-ground'
    ])
});

export const vCaseDocument: v.GenericSchema<t.CaseDocument> = v.object({
    versions: v.array(vDocumentVersion),
    destroyed: v.nullable(vDestruction)
});

export const vCaseDocuments: v.GenericSchema<t.CaseDocuments> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.union([v.string(), vRedacted]),
    zone: v.string(),
    items: v.array(vCaseDocument),
    next: v.nullable(v.string()),
    total: v.pipe(v.number(), v.integer()),
    closed: v.pipe(v.number(), v.integer()),
    mayAdd: v.boolean(),
    mayDestroy: v.boolean()
});

export const vDocumentAdded: v.GenericSchema<t.DocumentAdded> = v.object({
    id: v.string(),
    originalSha256: v.string(),
    sha256: v.string()
});
