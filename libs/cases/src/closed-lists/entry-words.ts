/** Words of an entry; `reasons`: those of closed lists, `by`: who took part, `enteredBy`: who wrote it. */
export type EntryWords = 'reasons' | 'bestInterests' | 'childView' | 'evidence' | 'note' | 'by' | 'enteredBy';
