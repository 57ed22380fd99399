import { MASK } from '@repere/cases';
import { isPlainText } from '../../platform/answers/plain-text';
import { isFactValues } from './fact-values';

describe('answers as they are sent', () => {
  it('are as long as people count them: an emoji is one character', () => {
    expect(isFactValues({ told: '😀'.repeat(10_000) })).toBe(true);
    expect(isFactValues({ told: '😀'.repeat(10_001) })).toBe(false);
    expect(isFactValues({ signs: { money: { answer: 'yes', note: '😀'.repeat(10_000) } } })).toBe(true);
  });

  it('carry no mask back over the words for which it stands', () => {
    const masked = `Vue hier avec ${MASK}.`;
    expect(isPlainText(masked)).toBe(false);
    expect(isFactValues({ told: masked })).toBe(false);
    expect(isFactValues({ signs: { money: { answer: 'yes', note: masked } } })).toBe(false);
    expect(isFactValues({ told: 'Vue hier avec sa tante.' })).toBe(true);
  });
});
