import { casePath } from '../../cases/case-paths';

export const CONFORMANCE_PATH = '/conformite';
export const DEVIATIONS_PATH = '/ecarts';

/** One case beside its protocols. */
export const caseConformancePath = (caseFileId: string): readonly string[] => [
  ...casePath(caseFileId),
  'ecarts',
];
