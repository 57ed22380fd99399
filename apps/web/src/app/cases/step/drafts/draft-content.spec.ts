import { asks, field, stepPage } from '../../../../testing/fake-step';
import { readDraft, toDraft } from './draft-content';
import { NOTHING_TYPED } from '../fields/typed-field';
import { firstTyped, NOBODY, type TypedStep } from '../typed-step';

const page = stepPage({ fields: [field({ id: 'seen' })], asks: asks({ adds: true }) });
const first = firstTyped(page, 'row-1');
const typed: TypedStep = {
  ...first,
  fields: { seen: { ...NOTHING_TYPED, text: 'Il dort dehors', nonAnswer: 'refused' } },
  rowId: 'row-0',
  happened: 'earlier',
  who: [{ ...NOBODY, role: 'INT', tie: 'none' }],
  childView: { kind: 'said', text: '« non »' },
  evidence: { sheet: { reference: 'F-12', place: '' } },
};

describe('a draft', () => {
  it('comes back as it was, through JSON', () => {
    const kept: unknown = JSON.parse(JSON.stringify(toDraft(typed)));
    expect(readDraft(kept, first)).toEqual(typed);
    expect(readDraft(kept, first)).toEqual(typed);
  });

  it('leaves fields that the step gained since as they first are, and loses none that it had', () => {
    const grown = firstTyped(
      { ...page, fields: [...page.fields, field({ id: 'new', current: 'x' })] },
      'row-1',
    );
    const read = readDraft(toDraft(typed), grown);
    expect(read.fields['seen']?.text).toBe('Il dort dehors');
    expect(read.fields['new']).toEqual(grown.fields['new']);
    expect(readDraft(toDraft(typed), firstTyped(stepPage(), 'r')).fields['seen']?.text).toBe(
      'Il dort dehors',
    );
  });

  it('that is not one of ours is as if there was none', () => {
    for (const content of [null, 'x', {}, { typed: 3 }, { typed: { note: 5, who: 'all', rowId: null } }])
      expect(readDraft(content, first)).toEqual(first);
  });
});
