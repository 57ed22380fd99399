/** What a supervisor watches. Each is a number of cases, and a list of them. */
export const BOARD_FIGURES = [
  'late-legal',
  'missing',
  'no-place-tonight',
  'late',
  'soon',
  'signs-unprotected',
  'approvals',
  'not-referred',
  'hotel-refused',
  'rights-incidents',
  'open',
] as const;
export type BoardFigure = (typeof BOARD_FIGURES)[number];
