// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vCaseFileSummary } from '../../cases/page/case-file.gen';
import { vNamed } from '../../access/sign-in/session.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vBoardPerson: v.GenericSchema<t.BoardPerson> = v.object({
    id: v.nullable(v.string()),
    name: v.nullable(v.string()),
    lateLegal: v.pipe(v.number(), v.integer()),
    late: v.pipe(v.number(), v.integer()),
    soon: v.pipe(v.number(), v.integer()),
    open: v.pipe(v.number(), v.integer()),
    approvals: v.pipe(v.number(), v.integer())
});

export const vBoardProtocol: v.GenericSchema<t.BoardProtocol> = v.object({
    protocol: v.string(),
    title: vWords,
    lateLegal: v.pipe(v.number(), v.integer()),
    late: v.pipe(v.number(), v.integer()),
    soon: v.pipe(v.number(), v.integer())
});

export const vTeamBoard: v.GenericSchema<t.TeamBoard> = v.object({
    now: v.string(),
    team: vNamed,
    teams: v.array(vNamed),
    figures: v.object({
        'late-legal': v.pipe(v.number(), v.integer()),
        missing: v.pipe(v.number(), v.integer()),
        'no-place-tonight': v.pipe(v.number(), v.integer()),
        late: v.pipe(v.number(), v.integer()),
        soon: v.pipe(v.number(), v.integer()),
        'signs-unprotected': v.pipe(v.number(), v.integer()),
        approvals: v.pipe(v.number(), v.integer()),
        'not-referred': v.pipe(v.number(), v.integer()),
        'hotel-refused': v.pipe(v.number(), v.integer()),
        'rights-incidents': v.pipe(v.number(), v.integer()),
        open: v.pipe(v.number(), v.integer())
    }),
    restricted: v.pipe(v.number(), v.integer()),
    days: v.pipe(v.number(), v.integer()),
    soonDays: v.pipe(v.number(), v.integer()),
    people: v.array(vBoardPerson),
    protocols: v.array(vBoardProtocol)
});

export const vBoardCase: v.GenericSchema<t.BoardCase> = v.object({
    case: vCaseFileSummary,
    at: v.string()
});

export const vBoardCasePage: v.GenericSchema<t.BoardCasePage> = v.object({
    items: v.array(vBoardCase),
    next: v.nullable(v.string())
});
