/** A département or collectivity overseas: its own clock, its own holidays. */
export interface Overseas {
  /** INSEE code. */
  readonly code: string;
  readonly name: string;
  /** IANA zone. */
  readonly zone: string;
  /** ISO 3166-1 code under which `date-holidays` knows its holidays. */
  readonly country: string;
}

/**
 * Overseas territories where people live (so not 984 and 989). Codes and names as in `metropolitan.ts`.
 * What `date-holidays` knows of Saint-Pierre-et-Miquelon is the national list alone; the others add days of their own.
 */
export const OVERSEAS: readonly Overseas[] = [
  { code: '971', name: 'Guadeloupe', zone: 'America/Guadeloupe', country: 'GP' },
  { code: '972', name: 'Martinique', zone: 'America/Martinique', country: 'MQ' },
  { code: '973', name: 'Guyane', zone: 'America/Cayenne', country: 'GF' },
  { code: '974', name: 'La Réunion', zone: 'Indian/Reunion', country: 'RE' },
  { code: '975', name: 'Saint-Pierre-et-Miquelon', zone: 'America/Miquelon', country: 'PM' },
  { code: '976', name: 'Mayotte', zone: 'Indian/Mayotte', country: 'YT' },
  { code: '977', name: 'Saint-Barthélemy', zone: 'America/St_Barthelemy', country: 'BL' },
  { code: '978', name: 'Saint-Martin', zone: 'America/Marigot', country: 'MF' },
  { code: '986', name: 'Wallis et Futuna', zone: 'Pacific/Wallis', country: 'WF' },
  { code: '987', name: 'Polynésie française', zone: 'Pacific/Tahiti', country: 'PF' },
  { code: '988', name: 'Nouvelle-Calédonie', zone: 'Pacific/Noumea', country: 'NC' },
];
