import * as fc from 'fast-check';
import { type CalendarDay, writeCalendar } from './write-calendar';

/** RFC 5545 §3.1, read back: lines end with CR LF, a line that begins with a space goes on from the one before. */
function contentLines(text: string): readonly string[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  return physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
}

const NAME = /^([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)$/;

interface Component {
  readonly name: string;
  readonly properties: readonly (readonly [name: string, parameters: string, value: string])[];
  readonly components: readonly Component[];
}

/** A stream of content lines as the tree that it is (§3.4, §3.6). */
function readComponent(lines: string[]): Component {
  const name = /^BEGIN:(.+)$/.exec(lines.shift() ?? '')?.[1];
  if (name === undefined) throw new Error('a component begins');
  const properties: (readonly [string, string, string])[] = [];
  const components: Component[] = [];
  for (let line = lines[0]; line !== undefined; [line] = lines) {
    if (line === `END:${name}`) {
      lines.shift();
      return { name, properties, components };
    }
    if (line.startsWith('BEGIN:')) components.push(readComponent(lines));
    else {
      const parts = NAME.exec(lines.shift() ?? '');
      if (!parts) throw new Error(`no content line: ${line}`);
      properties.push([parts[1] ?? '', parts[2] ?? '', parts[3] ?? '']);
    }
  }
  throw new Error(`${name} does not end`);
}

const isoDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const calendarDay: fc.Arbitrary<CalendarDay> = fc.record({
  day: isoDay,
  uid: fc.stringMatching(/^[a-f0-9]{32,128}$/),
});
const calendar = fc.record({
  days: fc.uniqueArray(calendarDay, { selector: ({ day }) => day, maxLength: 40 }),
  language: fc.constantFrom('fr', 'en'),
  stamped: isoDay,
});

describe('a calendar of days', () => {
  const read = (text: string): Component => {
    const lines = [...contentLines(text)];
    const root = readComponent(lines);
    expect(lines).toEqual([]);
    return root;
  };

  it('is a stream of RFC 5545 with everything that it requires, and each day once', () =>
    fc.assert(
      fc.property(calendar, ({ days, language, stamped }) => {
        const root = read(writeCalendar(days, language, { stamped, isFiction: false }));
        expect(root.name).toBe('VCALENDAR');
        const once = (component: Component, name: string) =>
          component.properties.filter(([it]) => it === name);
        expect(once(root, 'VERSION')).toEqual([['VERSION', '', '2.0']]);
        expect(once(root, 'PRODID')).toHaveLength(1);
        expect(root.components.map(({ name }) => name)).toEqual(days.map(() => 'VEVENT'));
        for (const [at, { day, uid }] of days.entries()) {
          const event = root.components[at];
          if (!event) throw new Error('a day is missing');
          for (const required of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY'])
            expect(once(event, required)).toHaveLength(1);
          expect(once(event, 'UID')).toEqual([['UID', '', uid]]);
          expect(once(event, 'DTSTART')).toEqual([['DTSTART', ';VALUE=DATE', day.replaceAll('-', '')]]);
          expect(once(event, 'DTSTAMP')[0]?.[2]).toMatch(/^\d{8}T000000Z$/);
        }
      }),
    ));

  it('says one word, and neither an hour nor anything else', () =>
    fc.assert(
      fc.property(calendar, ({ days, language, stamped }) => {
        const root = read(writeCalendar(days, language, { stamped, isFiction: false }));
        for (const event of root.components) {
          expect(event.properties.map(([name]) => name).sort()).toEqual(
            ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'CLASS', 'TRANSP'].sort(),
          );
          expect(event.components).toEqual([]);
          expect(event.properties.find(([name]) => name === 'SUMMARY')?.[2]).toBe(
            language === 'fr' ? 'rendez-vous' : 'appointment',
          );
        }
      }),
    ));

  it('without a day is a calendar all the same', () => {
    expect(read(writeCalendar([], 'fr', { stamped: '2026-11-30', isFiction: true }))).toMatchObject({
      name: 'VCALENDAR',
      components: [],
    });
  });
});
