/** Addresses of pages about cases, as router commands. They carry ids without meaning, never a name. */
export const casePath = (caseFileId: string): readonly string[] => ['/dossiers', caseFileId];

export const identityPath = (caseFileId: string): readonly string[] => [...casePath(caseFileId), 'identite'];

export const stepPath = (caseFileId: string, runId: string, step: string): readonly string[] => [
  '/dossiers',
  caseFileId,
  'etapes',
  runId,
  step,
];
