import { field, stepPage } from '../../../../testing/fake-step';
import { differences, merged } from './differences';
import { NOTHING_TYPED } from '../fields/typed-field';
import { firstTyped } from '../typed-step';

const page = stepPage({ fields: [field({ id: 'seen' }), field({ id: 'place' })] });
const first = firstTyped(page, 'row');
const text = (typed: string) => ({ ...NOTHING_TYPED, text: typed });
const mine = { ...first, fields: { seen: text('moi'), place: text('rue') }, note: 'ma note' };
const theirs = { ...first, fields: { seen: text('eux'), place: text('rue') }, note: '' };
const language = {
  t: (key: string) => key,
  localize: ({ fr }: { fr: string }) => fr,
  current: () => 'fr' as const,
};

describe('two drafts', () => {
  it('differ where they do, in words', () => {
    expect(differences(page, mine, theirs, language as never)).toEqual([
      { id: 'field:seen', title: 'seen', mine: 'moi', theirs: 'eux', hasBoth: true },
      { id: 'note', title: 'step.note.label', mine: 'ma note', theirs: '', hasBoth: false },
    ]);
  });

  it('become what was chosen', () => {
    const chosen = merged(mine, theirs, { 'field:seen': 'theirs', note: 'mine' });
    expect([chosen.fields['seen']?.text, chosen.note]).toEqual(['eux', 'ma note']);
    expect(merged(mine, theirs, { 'field:seen': 'both' }).fields['seen']?.text).toBe('eux\nmoi');
    expect(merged(mine, theirs, { note: 'theirs' }).note).toBe('');
  });

  it('lose nothing that nobody chose', () => {
    expect(merged(mine, theirs, {})).toEqual(mine);
  });
});
