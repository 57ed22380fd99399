import * as fc from 'fast-check';
import { TOLD } from '../appointments/closed-lists';
import { ATTENDANCES, CHILD_PARTS, CONFERENCE_STATES } from './closed-lists';
import { gapsOfConference, type SaidOfConference } from './missing-of-conference';

const WHOLE: SaidOfConference = {
  ...{ state: 'agreed', isOver: true, told: 'yes', asked: 'yes', came: ['came', 'excused'], child: 'came' },
  ...{ hasChildWords: true, hasTeller: true, hasTellDay: true },
};

describe('what nobody has said of a conference', () => {
  it('is nothing once all is said, and each part by itself', () => {
    expect(gapsOfConference(WHOLE)).toEqual([]);
    expect(gapsOfConference({ ...WHOLE, told: 'not-yet' })).toEqual(['child-told']);
    expect(gapsOfConference({ ...WHOLE, asked: 'no' })).toEqual(['child-asked']);
    expect(gapsOfConference({ ...WHOLE, came: ['came', 'unsaid'] })).toEqual(['attendance']);
    expect(gapsOfConference({ ...WHOLE, child: 'unsaid' })).toEqual(['child-came']);
    expect(gapsOfConference({ ...WHOLE, hasChildWords: false })).toEqual(['child-words']);
    expect(gapsOfConference({ ...WHOLE, hasTeller: false, hasTellDay: false })).toEqual([
      'who-tells',
      'tell-by',
    ]);
    expect(gapsOfConference({ ...WHOLE, state: 'written' })).toEqual(['other-person']);
    expect(gapsOfConference({ ...WHOLE, state: 'prepared' })).toEqual(['minutes']);
    expect(gapsOfConference({ ...WHOLE, state: 'prepared', isOver: false })).toEqual([]);
  });

  it('never leaves out that the child was not told, whatever else was said', () =>
    fc.assert(
      fc.property(
        fc.record({
          ...{ state: fc.constantFrom(...CONFERENCE_STATES), isOver: fc.boolean() },
          ...{ told: fc.constantFrom(...TOLD), asked: fc.constantFrom(...TOLD) },
          ...{ came: fc.array(fc.constantFrom(...ATTENDANCES)), child: fc.constantFrom(...CHILD_PARTS) },
          ...{ hasChildWords: fc.boolean(), hasTeller: fc.boolean(), hasTellDay: fc.boolean() },
        }),
        (it) => {
          expect(gapsOfConference(it).includes('child-told')).toBe(it.told !== 'yes');
        },
      ),
    ));
});
