/** Addresses of pages about cases, as router commands. They carry ids without meaning, never a name. */
export const casePath = (caseFileId: string): readonly string[] => ['/dossiers', caseFileId];

export const identityPath = (caseFileId: string): readonly string[] => [...casePath(caseFileId), 'identite'];

/** Whether the child is that of another case. */
export const sameChildPath = (caseFileId: string): readonly string[] => [
  ...casePath(caseFileId),
  'meme-enfant',
];

export const whatIfPath = (caseFileId: string): readonly string[] => [...casePath(caseFileId), 'et-si'];

/** The case as it was known at any moment. */
export const replayPath = (caseFileId: string): readonly string[] => [...casePath(caseFileId), 'relecture'];

/** Who saw the case. */
export const looksPath = (caseFileId: string): readonly string[] => [...casePath(caseFileId), 'regards'];

/** Who may see the case, and why. */
export const accessPath = (caseFileId: string): readonly string[] => [...casePath(caseFileId), 'acces'];

/** Something happened. What it is stands in no address. */
export const newFactPath = (caseFileId: string): readonly string[] => [
  ...casePath(caseFileId),
  'fait-nouveau',
];

/** Whom to call now. */
export const callsPath = (caseFileId: string): readonly string[] => [...casePath(caseFileId), 'appels'];

export const stepPath = (caseFileId: string, runId: string, step: string): readonly string[] => [
  '/dossiers',
  caseFileId,
  'etapes',
  runId,
  step,
];
