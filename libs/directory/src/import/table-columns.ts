/** Columns of a table of services, by what they are called in its first line; the first name is the one that the page shows. */
export const SERVICE_TABLE_COLUMNS = {
  name: ['nom', 'name'],
  kind: ['type', 'kind'],
  territories: ['departements', 'territories'],
  needs: ['besoins', 'needs'],
  phones: ['telephones', 'phones'],
  email: ['courriel', 'email'],
  ageFrom: ['age_min', 'age_from'],
  ageTo: ['age_max', 'age_to'],
  sexes: ['sexes', 'sex'],
  languages: ['langues', 'languages'],
  weekdays: ['horaires_semaine', 'weekdays'],
  weekends: ['horaires_week_end', 'weekends'],
  waitingDays: ['attente_jours', 'waiting_days'],
  address: ['adresse', 'address'],
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

/** Without accents, blanks or case, as names of columns and codes are compared. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
