/** How somebody was told. */
export const SHARING_MEANS = ['spoken', 'written', 'meeting', 'file'] as const;
export type SharingMeans = (typeof SHARING_MEANS)[number];
