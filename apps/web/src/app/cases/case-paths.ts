/** Addresses of pages about cases, as router commands. They carry ids without meaning, never a name. */
export const casePath = (caseFileId: string): readonly string[] => ['/dossiers', caseFileId];

export const stepPath = (caseFileId: string, runId: string, step: string): readonly string[] => [
  '/dossiers',
  caseFileId,
  'etapes',
  runId,
  step,
];
