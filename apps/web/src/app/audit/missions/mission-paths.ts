/** Addresses of pages about missions, as router commands. They carry ids without meaning. */
export const missionPath = (missionId: string): readonly string[] => ['/missions', missionId];

export const planPath = (missionId: string): readonly string[] => [...missionPath(missionId), 'plan'];

/** A case of the sample, with its checklist. */
export const examinePath = (missionId: string, caseFileId: string): readonly string[] => [
  ...missionPath(missionId),
  'dossiers',
  caseFileId,
];
