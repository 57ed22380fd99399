import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const app = join(__dirname, '../..');

/** Limits that no field of the interface has as one text: a line of several names, a line of points, an hour, minutes, a year. */
const OWN = [
  'appointments/appointment-form.ts: 4',
  'appointments/appointment-form.ts: 5',
  'audit/bundle/order-form.ts: 4000',
  'cases/break-glass/break-glass-page.ts: 4',
  'cases/cover/plan-form.ts: 5',
  'cases/cover/plan-form.ts: 5',
  'cases/opening/child-rules.ts: 120',
  'cases/opening/child-rules.ts: 240',
  'cases/step/fields/decision-fields.ts: 2000',
  'cases/step/fields/evidence-fields.ts: 500',
  'cases/step/fields/evidence-fields.ts: 500',
  'cases/what-if/fact-picker.ts: 100',
  'conferences/preparation-form.ts: 4',
  'conferences/preparation-form.ts: 5',
  'referrals/answer-form.ts: 5',
];

/** Lengths that stand in a source as numbers. */
const lengthsIn = (source: string): readonly string[] =>
  [...source.matchAll(/limitLength\([\w.]+, ([\d_]+)\)|\[maxLength\]="([\d_]+)"/g)].map(
    ([, inRule, inTemplate]) => inRule ?? inTemplate ?? '',
  );

describe('how long a text may be', () => {
  it('is read from the contract, where the interface says it', () => {
    const own = readdirSync(app, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|html)$/.test(name) && !name.endsWith('.spec.ts'))
      .flatMap((name) =>
        lengthsIn(readFileSync(join(app, name), 'utf8')).map(
          (length) => `${name.replaceAll('\\', '/')}: ${length}`,
        ),
      );
    expect(own.sort()).toEqual(OWN);
  });

  it('is found in rules and in templates', () => {
    expect(lengthsIn('limitLength(it.words, 2000); limitLength(words, breakGlassLengths.words);')).toEqual([
      '2000',
    ]);
    expect(
      lengthsIn('<rp-long-text [maxLength]="500" /> <rp-text-field [maxLength]="lengths.name" />'),
    ).toEqual(['500']);
  });
});
