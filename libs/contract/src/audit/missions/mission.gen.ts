// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vExamination, vMissionPlan } from './planning/mission-plan.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vProgress: v.GenericSchema<t.Progress> = v.object({
    cases: v.number(),
    examined: v.number(),
    findings: v.number(),
    openFindings: v.number()
});

export const vMissionSummary: v.GenericSchema<t.MissionSummary> = v.object({
    id: v.string(),
    reference: v.string(),
    title: v.string(),
    state: v.picklist([
        'draft',
        'open',
        'closed'
    ]),
    teams: v.array(vNamed),
    auditors: v.array(vNamed),
    createdAt: v.string(),
    openedAt: v.nullable(v.string()),
    closedAt: v.nullable(v.string()),
    isOpenToMe: v.boolean(),
    progress: v.nullable(vProgress)
});

export const vMissionList: v.GenericSchema<t.MissionList> = v.object({
    items: v.array(vMissionSummary)
});

export const vProtocolChoice: v.GenericSchema<t.ProtocolChoice> = v.object({
    name: v.string(),
    title: vWords
});

export const vMissionChoices: v.GenericSchema<t.MissionChoices> = v.object({
    teams: v.array(vNamed),
    auditors: v.array(vNamed),
    protocols: v.array(vProtocolChoice),
    today: v.string()
});

export const vFrameSize: v.GenericSchema<t.FrameSize> = v.object({
    size: v.number()
});

export const vSampling: v.GenericSchema<t.Sampling> = v.object({
    method: v.picklist([
        'random',
        'risk',
        'all'
    ]),
    seed: v.nullable(v.string()),
    seedGiven: v.boolean(),
    frame: v.array(v.string()),
    frameHash: v.string()
});

export const vRiskReason: v.GenericSchema<t.RiskReason> = v.object({
    kind: v.picklist([
        'lateLegal',
        'rightsIncidents',
        'unprotected',
        'notReferred',
        'waived',
        'amended'
    ]),
    count: v.number(),
    points: v.number()
});

export const vMissionCase: v.GenericSchema<t.MissionCase> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    alias: v.string(),
    place: v.number(),
    score: v.nullable(v.number()),
    reasons: v.array(vRiskReason),
    examination: vExamination,
    examinedBy: v.nullable(vNamed),
    examinedAt: v.nullable(v.string()),
    revision: v.number()
});

export const vFindingCase: v.GenericSchema<t.FindingCase> = v.object({
    id: v.string(),
    reference: v.string()
});

export const vFindingAnswered: v.GenericSchema<t.FindingAnswered> = v.object({
    text: v.string(),
    at: v.string(),
    by: vNamed
});

export const vFindingClosed: v.GenericSchema<t.FindingClosed> = v.object({
    outcome: v.picklist(['settled', 'not-upheld']),
    note: v.string(),
    at: v.string(),
    by: vNamed
});

export const vFindingMay: v.GenericSchema<t.FindingMay> = v.object({
    answer: v.boolean(),
    close: v.boolean()
});

export const vFinding: v.GenericSchema<t.Finding> = v.object({
    id: v.string(),
    reference: v.string(),
    missionId: v.string(),
    caseFile: v.nullable(vFindingCase),
    severity: v.picklist([
        'minor',
        'serious',
        'critical'
    ]),
    expected: v.string(),
    happened: v.string(),
    days: v.nullable(v.number()),
    evidence: v.string(),
    author: vNamed,
    raisedAt: v.string(),
    owner: vNamed,
    dueOn: v.string(),
    answer: v.nullable(vFindingAnswered),
    closing: v.nullable(vFindingClosed),
    revision: v.number(),
    may: vFindingMay
});

export const vMissionMay: v.GenericSchema<t.MissionMay> = v.object({
    change: v.boolean(),
    open: v.boolean(),
    close: v.boolean(),
    examine: v.boolean(),
    raise: v.boolean()
});

export const vMission: v.GenericSchema<t.Mission> = v.object({
    id: v.string(),
    reference: v.string(),
    title: v.string(),
    state: v.picklist([
        'draft',
        'open',
        'closed'
    ]),
    teams: v.array(vNamed),
    auditors: v.array(vNamed),
    createdAt: v.string(),
    openedAt: v.nullable(v.string()),
    closedAt: v.nullable(v.string()),
    isOpenToMe: v.boolean(),
    progress: v.nullable(vProgress),
    revision: v.number(),
    plan: vMissionPlan,
    protocolTitles: v.record(v.string(), vWords),
    createdBy: vNamed,
    openedBy: v.nullable(vNamed),
    closedBy: v.nullable(vNamed),
    sampling: v.nullable(vSampling),
    cases: v.array(vMissionCase),
    hiddenCases: v.pipe(v.number(), v.integer()),
    findings: v.array(vFinding),
    owners: v.array(vNamed),
    may: vMissionMay
});

export const vExamined: v.GenericSchema<t.Examined> = v.object({
    revision: v.number(),
    done: v.boolean()
});

export const vFindingList: v.GenericSchema<t.FindingList> = v.object({
    items: v.array(vFinding)
});
