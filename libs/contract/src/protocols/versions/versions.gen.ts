// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vExploreReport } from './explore-report.gen';
import { vProtocolDocument } from '../document/protocol-document.gen';
import { vSharedDocument } from '../document/shared-document.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vEngineBundle: v.GenericSchema<t.EngineBundle> = v.object({
    shared: vSharedDocument,
    documents: v.array(vProtocolDocument)
});

export const vSharedFiles: v.GenericSchema<t.SharedFiles> = v.object({
    files: v.record(v.string(), v.string())
});

export const vLossOfProofs: v.GenericSchema<t.LossOfProofs> = v.object({
    titles: v.array(vWords),
    by: v.string(),
    reason: v.string()
});

export const vOverlayOfVersion: v.GenericSchema<t.OverlayOfVersion> = v.object({
    territory: v.string(),
    version: v.string(),
    hash: v.string()
});

export const vVersionRecord: v.GenericSchema<t.VersionRecord> = v.object({
    protocol: v.string(),
    version: v.string(),
    hash: v.string(),
    publishedAt: v.string(),
    publishedBy: v.nullable(v.string()),
    approvedBy: v.nullable(v.string()),
    loss: v.nullable(vLossOfProofs),
    inForceFrom: v.string(),
    inForce: v.boolean(),
    changeNotes: v.nullable(vWords),
    overlays: v.array(vOverlayOfVersion)
});

export const vProofOfVersion: v.GenericSchema<t.ProofOfVersion> = v.object({
    exploredAt: v.nullable(v.string()),
    report: v.nullable(vExploreReport)
});

export const vProtocolExample: v.GenericSchema<t.ProtocolExample> = v.object({
    id: v.string(),
    title: vWords,
    story: vWords,
    yaml: v.string()
});

export const vVersionFiles: v.GenericSchema<t.VersionFiles> = v.object({
    protocol: v.string(),
    version: v.string(),
    hash: v.string(),
    files: v.record(v.string(), v.string())
});
