import { readServiceTable } from './read-service-table';

const isTerritory = (code: string) => ['93', '75', '01', '2A', '974'].includes(code);
const isText = (text: string) => !text.includes('\u202e');
const read = (text: string) => readServiceTable(text, isTerritory, isText);
const HEAD =
  'Nom;Type;Départements;Besoins;Téléphones;Âge min;Âge max;Sexes;Langues;Horaires semaine;Adulte la nuit;Adresse';

it('reads what people write: accents, titles instead of codes, quotes, semicolons within', () => {
  const { services, problems } = read(
    `\uFEFF${HEAD}\r\n"Foyer ""Les Tilleuls""; annexe";Foyer ou accueil d’urgence;"93, 75";Une place cette nuit, lasting-place;01 99 00 12 30;13;17;fille;fr, ps;9h-17h30;oui;"12 rue\ndes Fictions"\r\n\r\nLigne;national-line;*;;;;;;;24h/24;;\r\n`,
  );
  expect(problems).toEqual([]);
  expect(services).toEqual([
    {
      line: 2,
      name: 'Foyer "Les Tilleuls"; annexe',
      ...{ phones: ['01 99 00 12 30'], email: null, say: null, address: '12 rue\ndes Fictions' },
      hours: { weekdays: { from: '09:00', to: '17:30' }, weekends: null },
      profile: {
        ...{ kind: 'young-shelter', territories: ['93', '75'], needs: ['bed-tonight', 'lasting-place'] },
        ...{
          ages: { from: 13, to: 17 },
          sexes: ['girl'],
          languages: ['fr', 'ps'],
          traits: { 'night-staff': true },
        },
        ...{ places: null, waitingDays: null },
      },
    },
    expect.objectContaining({
      line: 5,
      hours: { weekdays: { from: '00:00', to: '00:00' }, weekends: null },
      profile: expect.objectContaining({ territories: [], needs: null, ages: null, traits: {} }),
    }),
  ]);
});

it('takes a département that a spreadsheet made a number of, tabs, and commas', () => {
  expect(read('nom\ttype\tdepartements\nA\tngo\t1').services[0]?.profile.territories).toEqual(['01']);
  expect(read('name,kind,territories\nA,ngo,974').services[0]?.profile.territories).toEqual(['974']);
});

it('reads a language with its script and its region', () => {
  const { services, problems } = read(`${HEAD}\nA;ngo;93;;;;;;zh-hant-tw;;;\n`);
  expect([services[0]?.profile.languages, problems]).toEqual([['zh-hant-tw'], []]);
});

it.each([
  ['A;ngo;99;;;;;;;;;', 'territories', 'not-a-territory', '99'],
  [';ngo;93;;;;;;;;;', 'name', 'empty', ''],
  ['A;le voisin;93;;;;;;;;;', 'kind', 'unknown-code', 'le voisin'],
  ['A;ngo;93;un lit;;;;;;;;', 'needs', 'unknown-code', 'un lit'],
  ['A;ngo;93;;poste 12;;;;;;;', 'phones', 'not-a-phone', 'poste 12'],
  ['A;ngo;93;;;treize;;;;;;', 'ageFrom', 'not-a-number', 'treize'],
  ['A;ngo;93;;;17;13;;;;;', 'ageTo', 'not-a-number', '13'],
  ['A;ngo;93;;;;;;pachto!;;;', 'languages', 'unknown-code', 'pachto!'],
  ['A;ngo;93;;;;;;fr-un-mot-de-plus;;;', 'languages', 'unknown-code', 'fr-un-mot-de-plus'],
  ['A;ngo;93;;;;;;;le matin;;', 'weekdays', 'not-hours', 'le matin'],
  ['A;ngo;93;;;;;;;;peut-être;', 'night-staff', 'not-yes-no', 'peut-être'],
  ['A\u202e;ngo;93;;;;;;;;;', 'name', 'not-text', ''],
  [`${'A'.repeat(121)};ngo;93;;;;;;;;;`, 'name', 'too-long', 'A'.repeat(60)],
])('names the line and the column of what is wrong: %s', (line, column, code, found) => {
  const { services, problems } = read(`${HEAD}\nBon;ngo;93;;;;;;;;;\n${line}\n`);
  expect(services.map(({ name }) => name)).toEqual(['Bon']);
  expect(problems).toEqual([{ line: 3, column, code, found }]);
});

it('says which columns it can’t do without, and how many lines are too many', () => {
  expect(read('nom;ville\nA;B').problems.map(({ column, code }) => [column, code])).toEqual([
    ['kind', 'no-column'],
    ['territories', 'no-column'],
  ]);
  expect(read('').problems.length).toBe(3);
  const many = `nom;type;departements\n${'A;ngo;93\n'.repeat(5_001)}`;
  expect(read(many).problems).toEqual([{ line: 1, column: null, code: 'too-many', found: '5001' }]);
});

it('reads five thousand lines at once', () => {
  const { services } = read(`nom;type;departements\n${'A;ngo;93\n'.repeat(5_000)}`);
  expect(services.length).toBe(5_000);
});
