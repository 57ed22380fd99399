import { caseFile, run, step } from '../../../../../testing/fake-case';
import { timelineEntry } from '../../../../../testing/fake-entry';
import { countLeftOut } from '../count-left-out';
import { composeJudgeFile } from './compose-judge-file';

describe('a file for a judge', () => {
  const file = caseFile({
    state: {
      ...caseFile().state,
      runs: [
        run({
          steps: [
            step({ id: 'report', kind: 'decision', state: 'done', entryIds: ['e1'] }),
            step({ id: 'open', owner: 'ours' }),
            step({ id: 'later', state: 'not-yet' }),
            step({ id: 'out', state: 'not-applicable' }),
          ],
        }),
      ],
    },
  });

  it('tells what people did in the order in which it happened, marks decisions, counts what it leaves out', () => {
    const entries = [
      timelineEntry({ entryId: 'e3', seq: 3, occurredAt: '2026-03-08T10:00:00Z', runId: null, step: null }),
      timelineEntry({ entryId: 'e2', seq: 2, system: true }),
      timelineEntry(),
    ];
    const { done, open, system, notApplicable, notYet } = composeJudgeFile(file, entries);
    expect(done.map(({ entry, isDecision }) => [entry.entryId, isDecision])).toEqual([
      ['e3', false],
      ['e1', true],
    ]);
    expect(open.map(({ step }) => step.id)).toEqual(['open']);
    expect([system, notApplicable, notYet]).toEqual([1, 1, 1]);
  });

  it('counts each answer, text and detail of a person that is not shown', () => {
    const redacted = { redacted: true, ask: 'supervisor' } as const;
    const redactedFile = caseFile({
      redactedFacts: ['bed', 'clinic'],
      people: [{ id: 'p1', name: redacted, relation: 'parent', contact: redacted, mayBeContacted: false }],
    });
    const none = { fr: '', en: '' };
    const entries = [
      timelineEntry({
        values: [{ fact: 'bed', title: none, shown: none, redacted: true }],
        redactedWords: ['note', 'reasons'],
      }),
    ];
    expect(countLeftOut(redactedFile, entries)).toEqual({ answers: 2, texts: 2, people: 2 });
    expect(countLeftOut(caseFile(), [timelineEntry()])).toEqual({ answers: 0, texts: 0, people: 0 });
  });
});
