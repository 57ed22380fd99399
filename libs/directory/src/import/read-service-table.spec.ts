import { readServiceTable } from './read-service-table';

const read = readServiceTable;
const HEAD =
  'Nom;Type;Départements;Besoins;Téléphones;Âge min;Âge max;Sexes;Langues;Horaires semaine;Adulte la nuit;Adresse';

it('reads what people write: accents, titles instead of codes, quotes, semicolons within', () => {
  const { services, problems } = read(
    `\uFEFF${HEAD}\r\n"Foyer ""Les Tilleuls""; annexe";Foyer ou accueil d’urgence;"93, 75";Une place cette nuit, lasting-place;01 99 00 12 30;13;17;fille;fr, ps;9h-17h30;oui;"12 rue\ndes Fictions"\r\n\r\nLigne;national-line;*;;;;;;;24h/24;;\r\n`,
  );
  expect(problems).toEqual([]);
  expect(services).toMatchObject([
    {
      line: 2,
      name: 'Foyer "Les Tilleuls"; annexe',
      ...{ phones: ['01 99 00 12 30'], email: null, say: null, address: '12 rue\ndes Fictions' },
      hours: { weekdays: { from: '09:00', to: '17:30' }, weekends: null },
      ...{ kind: 'young-shelter', territories: ['93', '75'], needs: ['bed-tonight', 'lasting-place'] },
      ...{ ages: { from: 13, to: 17 }, sexes: ['girl'], languages: ['fr', 'ps'] },
      ...{ traits: { 'night-staff': true }, waitingDays: null },
    },
    {
      line: 5,
      hours: { weekdays: { from: '00:00', to: '00:00' }, weekends: null },
      ...{ territories: [], needs: null, ages: null, traits: {} },
    },
  ]);
});

it('takes a département that a spreadsheet made a number of, tabs, and commas', () => {
  expect(read('nom\ttype\tdepartements\nA\tngo\t1').services[0]?.territories).toEqual(['01']);
  expect(read('name,kind,territories\nA,ngo,974').services[0]?.territories).toEqual(['974']);
});

it.each([
  ['Téléphone', 'phones', ['01 99 00 12 30'], '01 99 00 12 30'],
  ['TÉL.', 'phones', ['01 99 00 12 30'], '01 99 00 12 30'],
  ['E-mail', 'email', 'nuit@foyer.example', 'nuit@foyer.example'],
  ['Mail', 'email', 'nuit@foyer.example', 'nuit@foyer.example'],
  ['Courriels', 'email', 'nuit@foyer.example', 'nuit@foyer.example'],
  ['Adresse mail', 'email', 'nuit@foyer.example', 'nuit@foyer.example'],
  ['Langue', 'languages', ['ps'], 'ps'],
  ['Besoin', 'needs', ['bed-tonight'], 'bed-tonight'],
  ['Sexe', 'sexes', ['girl'], 'fille'],
  ['Âges', 'ages', { from: 13, to: 17 }, '13-17'],
  ['âge', 'ages', { from: 13, to: 17 }, '13 à 17 ans'],
  ['Tranche d’âge', 'ages', { from: 13, to: 17 }, '13–17'],
] as const)('takes %s for what it means', (title, field, value, cell) => {
  const { services, problems, unread } = read(`Noms;Types;Département;${title}\nA;ngo;93;${cell}`);
  expect([problems, unread, services[0]?.[field]]).toEqual([[], [], value]);
});

it('says which columns nobody reads, and drops nothing without a word', () => {
  const { services, unread } = read('nom;type;departements;Ville;;Capacité\nA;ngo;93;Bobigny;;12');
  expect([services.length, unread]).toEqual([1, ['Ville', 'Capacité']]);
});

it.each([
  ['horaires', null, 'ambiguous', 'horaires'],
  ['Contacts', null, 'ambiguous', 'Contacts'],
  ['mail;courriel', 'email', 'twice', 'courriel'],
  ['Nom du service', 'name', 'twice', 'Nom du service'],
  ['ages;age_min', 'ages', 'twice', 'ages'],
])('guesses at no title: %s', (titles, column, code, found) => {
  const { services, problems } = read(`nom;type;departements;${titles}\nA;ngo;93;;`);
  expect([services, problems]).toEqual([[], [{ line: 1, column, code, found }]]);
});

it.each(['16', 'dès 13', '13 17', '13-17-25'])('guesses at no ages: %s', (said) => {
  expect(read(`nom;type;departements;ages\nA;ngo;93;${said}`).problems).toEqual([
    { line: 2, column: 'ages', code: 'not-ages', found: said },
  ]);
});

it('reads a language with its script and its region', () => {
  const { services, problems } = read(`${HEAD}\nA;ngo;93;;;;;;zh-hant-tw;;;\n`);
  expect([services[0]?.languages, problems]).toEqual([['zh-hant-tw'], []]);
});

it.each([
  ['A;le voisin;93;;;;;;;;;', 'kind', 'unknown-code', 'le voisin'],
  ['A;ngo;;;;;;;;;;', 'territories', 'empty', ''],
  ['A;ngo;93;un lit;;;;;;;;', 'needs', 'unknown-code', 'un lit'],
  ['A;ngo;93;;;treize;;;;;;', 'ageFrom', 'not-a-number', 'treize'],
  ['A;ngo;93;;;;;;;le matin;;', 'weekdays', 'not-hours', 'le matin'],
  ['A;ngo;93;;;;;;;;peut-être;', 'night-staff', 'not-yes-no', 'peut-être'],
  ['A;ngo;93;;;;;;;;;rue;perdu', null, 'no-title', 'perdu'],
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
