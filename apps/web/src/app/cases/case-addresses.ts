/** Addresses of a case that pages of other domains have: written here, where each page about cases may lead to them. */
export const CASE_ADDRESSES = {
  case: '/dossiers/:caseFileId',
  replay: '/dossiers/:caseFileId/relecture',
  accessLog: '/dossiers/:caseFileId/regards',
  access: '/dossiers/:caseFileId/acces',
  deviations: '/dossiers/:caseFileId/ecarts',
  referrals: '/dossiers/:caseFileId/orientations',
  tellService: '/dossiers/:caseFileId/orientations/sans-compte/:serviceId',
  services: '/dossiers/:caseFileId/services',
  capacity: '/dossiers/:caseFileId/places',
  letters: '/dossiers/:caseFileId/lettres',
  letter: '/dossiers/:caseFileId/lettres/nouvelle/:letterKind',
  appointments: '/dossiers/:caseFileId/agenda',
  conferences: '/dossiers/:caseFileId/concertations',
  conference: '/dossiers/:caseFileId/concertations/:conferenceId',
  documents: '/dossiers/:caseFileId/documents',
  evidence: '/dossiers/:caseFileId/preuve',
} as const;
