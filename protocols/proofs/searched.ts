/** What the solver can't refute, and why; search says whether a history breaks it. */
export const SEARCHED: Readonly<Record<string, string>> = {
  'hearing.never-closed-without-a-third-person':
    'that the hearing can not end before the third person is noted hangs on what was recorded out of order',
  'return.forgetting-never-sends-back':
    'latest() makes a child whose day of birth is forgotten surely minor, and so ends the doubt that blocks',
};
