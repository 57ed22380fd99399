import { refusals } from './testing/evaluate-source';

/** Each refused construct: the source with the place marked by ‹›, a part of the message, a part of the remedy. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  // Constructs of FEEL that the subset leaves out.
  ['‹if assessed then low else 3 > 2›', 'falls to "else"', 'when/is lines'],
  ['‹for e in exams return e.low›', 'makes lists', 'some, every, count or last'],
  ['papers = ‹null›', 'cannot be compared', 'answer(fact) = "unknown"'],
  ['papers in ‹["valid", "absent"]›', 'Lists are not written', 'x in ("a", "b")'],
  ['‹{a: 1}›', 'Contexts', 'derived'],
  ['‹exams[1]›', 'Filters', 'some x in list'],
  ['‹function(a) a›', 'not defined', 'derived'],
  ['‹low instance of number›', 'not needed', 'Leave it out'],
  ['‹date("2020-01-01")› < birth', 'Dates are not written', 'reached(moment)'],
  ['birth > ‹@"2020-01-01"›', 'Dates are not written', 'date fact'],
  ['‹now()› > birth', 'no clock', 'reached(moment)'],
  ['birth < ‹today()›', 'no clock', 'moment'],
  ['‹is defined(low)›', 'tell unknown from known', 'answer(fact)'],
  ['‹list contains›(forms, "sale")', 'no word list contains()', 'feel-subset.md'],
  ['papers = "valid" ‹// or assessed›', 'comment', 'YAML comment'],
  ['papers /* or */ = "valid"', 'comment', 'YAML comment'],
  ['low ‹between› 1 and 2', 'between', '[1..3]'],
  ['low ‹**› 2', '**', '+ - * /'],
  ['‹low > 1 > 2›', 'not chained', 'a < b and b < c'],
  ['low = ‹> 3›', 'both sides', 'x > 3'],
  ['papers =‹= "valid"›', 'both sides', 'one sign: ='],
  ['min(‹a: 1›)', 'no names', 'max(a, b)'],
  ['‹every e in exams, d in decisions satisfies true›', 'One list', 'Nest them'],
  ['papers = ‹"val\\"id"›', 'escapes', 'plain code'],
  // What lezer recovers from without a word.
  ['‹›', 'empty', 'Write a condition'],
  ['papers = ', 'too early', 'Complete it'],
  ['low > 216 or', 'too early', 'Complete it'],
  ['(low > 3', 'too early', 'Complete it'],
  ['assessed and suspected‹)›', 'cannot be read', 'Remove the bracket'],
  ['low > 3 ‹low›', 'cannot be read', 'remove what follows'],
  ['papers = "valid" ‹"absent"›', 'cannot be read', 'double quotes'],
  ['assessed ‹&&› suspected', 'cannot be read', 'Write and.'],
  ['assessed ‹||› suspected', 'cannot be read', 'Write or.'],
  ['low in 1‹..3›', 'cannot be read', 'brackets'],
  ['‹papers contests›', 'one name with blanks', 'papers_contests'],
  ['low in ‹[1..3] and assessed›', 'everything after "in"', '(x in [1..3]) and'],
  ['papers in ‹("valid") or assessed›', 'everything after "in"', 'x = "a"'],
  ['‹age-doubt.outcome› = "MINOR"', 'subtraction', 'age_doubt.outcome'],
  ['run(‹age-doubt›).outcome = "MINOR"', 'subtraction', 'age_doubt'],
  ['‹an-old-name› > 3', 'subtraction', 'an_old_name'],
  // Names.
  ['‹papres› = "valid"', 'Nothing is called papres', 'Did you mean papers?'],
  ['‹constructor› = "valid"', 'Nothing is called constructor', 'Declare it'],
  ['‹majority›', 'label', 'reached(majority)'],
  ['signs.‹dept› = "yes"', 'no dept', 'signs.debt'],
  ['some e in exams satisfies e.‹reeds› = "above"', 'no reeds', 'e.reads'],
  ['some e in exams satisfies e.‹toString› = "above"', 'no toString', 'It has: reads'],
  ['‹some papers in exams satisfies true›', 'already means', 'another letter'],
  ['last(exams, ok).‹lov› > 3', 'no lov', 'low'],
  ['run(age_doubt).‹outcom› = "MINOR"', 'no outcom', 'outcome'],
  ['‹don›(intake)', 'no word don()', 'done()'],
  ['‹done(intak)›', 'intak is no step', 'intake'],
  ['done(‹"intake"›)', 'bare names', 'done(name)'],
  ['‹low.x› > 3', 'no parts', 'low alone'],
  // Types.
  ['‹contests› and assessed', 'yes/no answer', 'contests = "yes"'],
  ['assessed or ‹low›', 'a number', 'low = …'],
  ['not(‹papers›)', 'one code of', 'papers = "valid"'],
  ['not(‹forms›)', 'several codes', '"trafficking" in forms'],
  ['not(‹signs›)', 'a checklist', 'any(signs, "yes")'],
  ['not(‹exams›)', 'a list', 'some x in exams'],
  ['‹not(assessed, suspected)›', 'one condition', 'not(a and b)'],
  ['some e in exams satisfies ‹e.low›', 'a number', 'e.low = …'],
  ['‹contests = true›', 'never equal', 'contests = "yes"'],
  ['‹assessed = "yes"›', 'never equal', 'not(assessed)'],
  ['‹low = "12"›', 'never equal', 'without quotes'],
  ['‹papers = 3›', 'never equal', '"valid"'],
  ['‹birth < "2020"›', 'never equal', 'date fact'],
  ['‹papers = colour›', 'no code in common', 'share their codes'],
  ['‹papers < "valid"›', 'no order', 'List the codes'],
  ['papers = ‹"valyd"›', 'no code "valyd"', '"valid"'],
  ['papers != ‹"set aside"›', 'no code "set aside"', '"set_aside"'],
  ['papers in ("valid", ‹"abset"›)', 'no code "abset"', '"absent"'],
  ['‹"sael"› in forms', 'no code "sael"', '"sale"'],
  ['‹forms› = "sale"', 'cannot be compared', '"trafficking" in forms'],
  ['low in (1, ‹"b"›)', 'never equal', 'without quotes'],
  ['low in ‹[3..1]›', 'Nothing lies', 'lower bound first'],
  ['note in ‹["a".."b"]›', 'numbers or dates', 'x in ("a", "b")'],
  ['‹papers› + "b" = "c"', 'where a number is needed', 'not joined'],
  ['low + ‹"b"› > 3', 'a text', 'not joined'],
  ['‹birth› + 1 > 3', 'a date', 'months_between'],
  ['‹stay› = stay', 'a duration', 'months'],
  ['‹exams.low› > 3', 'which row', 'last(exams, …).low'],
  ['‹exams› = 1', 'a list', 'count(exams)'],
  ['‹signs› = "yes"', 'a checklist', 'any(signs, "yes")'],
  ['‹run(age_doubt)› = "MINOR"', 'a row', '.field'],
  // Words.
  ['any(signs, ‹"maybe"›)', 'no answer', '"yes", "no"'],
  ['‹any(signs)›', 'two arguments', 'any(checklist, "yes")'],
  ['any(‹low›, assessed)', 'where a list is needed', 'type list'],
  ['‹last(exams, ok)›', 'gives a row', '.field'],
  ['count(‹low›)', 'nothing to count', 'a list'],
  ['‹min(1)›', 'two numbers or more', 'min(a, b)'],
  ['min(‹exams.reads›) > 1', 'number is needed', ''],
  ['months_between(birth, ‹low›) > 3', 'a date is needed', 'type date'],
  ['‹months_begun(birth)› > 3', 'two dates', 'months_begun(from, to)'],
  ['answered(‹low›)', 'about a checklist', 'answered(checklist'],
  ['‹count_answers(signs)› > 1', 'Which answers', '"not-asked"'],
  ['answer(‹MAJ›) = "refused"', 'not kept', 'a fact or an item'],
  ['answer(papers) = ‹"refusd"›', 'no code', '"refused"'],
];

describe('what is refused says where and what to write instead', () => {
  it.each(REFUSED)('%s', (marked, message, remedy) => {
    const from = marked.indexOf('‹');
    const source = marked.replace(/[‹›]/g, '');
    const [first] = refusals(source);
    expect(first?.message.en).toContain(message);
    expect(first?.remedy.en).toContain(remedy);
    expect(first?.remedy.fr).not.toMatch(/^$|\b(?:Write|Use|the) /);
    expect(first?.message.fr).not.toBe(first?.message.en);
    if (from >= 0) expect(first?.from).toBe(from);
    if (from >= 0) expect(first?.to).toBe(marked.indexOf('›') - 1);
  });

  it('names every mistake at once, in text order', () => {
    const found = refusals('(papres = "valid" and papers = "valyd") or contests');
    expect(found.map((one) => one.from)).toEqual([1, 31, 43]);
  });

  it('does not take a subtraction of known names for a hyphen', () => {
    expect(() => refusals('low-points > 3')).toThrow('was not refused');
    expect(() => refusals('some e in exams satisfies e.low-low > 3')).toThrow('was not refused');
  });

  it('says in French as well what could not be read', () => {
    expect(refusals('low > 3 low')[0]?.message.fr).toBe('«\u00a0low\u00a0» ne peut pas être lu ici.');
  });

  it.each([
    `${'x'.repeat(3_000)} = 1`,
    `${'x '.repeat(1_500)} = 1`,
    `${'x'.repeat(3_000)}(papers)`,
    `low > 3 ${'y'.repeat(3_000)}`,
    `papers = "${'z'.repeat(3_000)}"`,
  ])('echoes a part of what is long (%#)', (source) => {
    for (const { message, remedy } of refusals(source))
      for (const words of [message.fr, message.en, remedy.fr, remedy.en])
        expect(words.length).toBeLessThanOrEqual(301);
  });

  it('gives up on what nobody could read', () => {
    expect(refusals('('.repeat(100) + 'low' + ')'.repeat(100) + ' > 3')[0]?.message.en).toContain(
      'too deeply',
    );
    expect(refusals(`${'low + '.repeat(1000)}1 > 3`)[0]?.message.en).toContain('too long');
  });
});
