/**
 * Columns of a table of services, by what they are called in its first line; the first name is the one that the page shows. Accents,
 * case, signs between words, and whether a word stands in the plural make no difference.
 */
export const SERVICE_TABLE_COLUMNS = {
  name: ['nom', 'name', 'nom_du_service', 'service_name'],
  kind: ['type', 'kind', 'type_de_service'],
  territories: ['departements', 'territories'],
  needs: ['besoins', 'needs'],
  phones: ['telephones', 'phones', 'tel', 'numero_de_telephone', 'phone_number', 'telephone_number'],
  email: [
    'courriel',
    'email',
    'e_mail',
    'mail',
    'mel',
    'adresse_mail',
    'adresse_electronique',
    'email_address',
  ],
  ages: ['ages', 'tranche_d_age', 'age_range'],
  ageFrom: ['age_min', 'age_from', 'age_minimum', 'age_minimal'],
  ageTo: ['age_max', 'age_to', 'age_maximum', 'age_maximal'],
  sexes: ['sexes', 'sex'],
  languages: ['langues', 'languages'],
  weekdays: ['horaires_semaine', 'weekdays'],
  weekends: ['horaires_week_end', 'weekends'],
  waitingDays: ['attente_jours', 'waiting_days'],
  address: ['adresse', 'address', 'adresse_postale', 'postal_address'],
  say: ['a_savoir', 'to_know'],
  'cultural-mediation': ['mediation_culturelle', 'cultural_mediation'],
  'recording-room': ['salle_enregistrement', 'recording_room'],
  'secret-address': ['adresse_secrete', 'secret_address'],
  'night-staff': ['adulte_la_nuit', 'night_staff'],
  'without-papers': ['sans_papiers', 'without_papers'],
  'exploitation-expertise': ['connait_exploitation', 'exploitation_expertise'],
  'forensic-without-complaint': ['examen_sans_plainte', 'examination_without_complaint'],
  'specialised-posts': ['postes_specialises', 'specialised_posts'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type TableColumn = keyof typeof SERVICE_TABLE_COLUMNS;
export const TABLE_COLUMNS = Object.keys(SERVICE_TABLE_COLUMNS) as readonly TableColumn[];

/** Titles that may mean one column or another: nobody guesses which. */
const AMBIGUOUS = ['contact', 'coordonnees', 'numero', 'number', 'horaires', 'ouverture', 'hours', 'opening'];

/** Without accents, blanks or case, as names of columns and codes are compared. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** The same of one and of several. */
const singular = (text: string): string => plain(text).replace(/s(?=_|$)/g, '');

const COLUMN_OF: ReadonlyMap<string, TableColumn> = new Map(
  TABLE_COLUMNS.flatMap((column) =>
    SERVICE_TABLE_COLUMNS[column].map((name) => [singular(name), column] as const),
  ),
);
const IS_AMBIGUOUS: ReadonlySet<string> = new Set(AMBIGUOUS.map(singular));

/** Which column a title of a table names: `ambiguous` where it could be several, `null` where it is none of them. */
export const columnOf = (title: string): TableColumn | 'ambiguous' | null => {
  const asked = singular(title);
  return IS_AMBIGUOUS.has(asked) ? 'ambiguous' : (COLUMN_OF.get(asked) ?? null);
};
