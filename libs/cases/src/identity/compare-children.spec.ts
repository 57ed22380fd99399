import { compareChildren } from './compare-children';

const codes = (...children: Parameters<typeof compareChildren>): readonly string[] =>
  compareChildren(...children).map((likeness) => likeness.code);

describe('compareChildren', () => {
  it('sees the same name written in another way', () => {
    expect(codes({ calledName: 'Aïcha', birth: '2009' }, { calledName: 'AICHA', birth: '2009-05' })).toEqual([
      'same-name',
      'birth-overlaps',
    ]);
  });

  it('sees a name that sounds alike', () => {
    expect(codes({ calledName: 'Yannick' }, { calledName: 'Iannik' })).toEqual(['sounds-alike']);
  });

  it('drops a mere likeness of sound when births exclude each other', () => {
    expect(codes({ calledName: 'Yannick', birth: '2009' }, { calledName: 'Iannik', birth: '2011' })).toEqual(
      [],
    );
  });

  it('keeps the same name though births differ: a birth date is often wrong', () => {
    expect(codes({ calledName: 'Luciole', birth: '2007' }, { calledName: 'Luciole', birth: '2010' })).toEqual(
      ['same-name'],
    );
  });

  it('gives an estimated birth two years on either side', () => {
    expect(
      codes({ calledName: 'Luciole', birth: '2009~' }, { calledName: 'Luciole', birth: '2011-03' }),
    ).toContain('birth-overlaps');
    expect(
      codes({ calledName: 'Luciole', birth: '2009~' }, { calledName: 'Luciole', birth: '2012-03' }),
    ).not.toContain('birth-overlaps');
  });

  it('sees the same phone under other names', () => {
    expect(
      codes(
        { calledName: 'Comète', phones: ['0612345678'] },
        { calledName: 'Boussole', phones: ['+33612345678'] },
      ),
    ).toEqual(['same-phone']);
  });

  it('sees nothing in two strangers', () => {
    expect(codes({ calledName: 'Comète', birth: '2009' }, { calledName: 'Boussole', birth: '2009' })).toEqual(
      [],
    );
  });
});
