import type { Params } from '@angular/router';
import { type BoardFigure, FIRST_ACT_DELAYS, type FirstActDelay } from '@repere/audit';
import { DEADLINE_ORIGINS, type DeadlineOrigin } from '@repere/protocol';

/** What narrows the cases behind a figure, as it stands in the address: ids, never a name. */
export interface BoardFilter {
  readonly equipe?: string;
  /** Account id, or `nobody`. */
  readonly personne?: string;
  readonly protocole?: string;
}

export const figurePath = (figure: BoardFigure): readonly string[] => ['/equipe', figure];

/** The shortest address that narrows so. */
export const filterParams = ({ equipe, personne, protocole }: BoardFilter): Params => ({
  ...(equipe === undefined ? {} : { equipe }),
  ...(personne === undefined ? {} : { personne }),
  ...(protocole === undefined ? {} : { protocole }),
});

/** What narrows the cases behind a bar of a trend, as it stands in the address. */
export interface TrendFilter {
  readonly equipe?: string | undefined;
  readonly semaine?: number | undefined;
  readonly origine?: DeadlineOrigin | undefined;
  readonly delai?: FirstActDelay | undefined;
}

/** The bar that an address asks for; what it says wrongly is as if nothing was narrowed. */
export const readTrendFilter = ({
  equipe,
  semaine,
  origine,
  delai,
}: Readonly<Record<keyof TrendFilter, string | undefined>>): TrendFilter => ({
  equipe,
  semaine: semaine !== undefined && /^\d{1,3}$/.test(semaine) ? Number(semaine) : undefined,
  origine: DEADLINE_ORIGINS.find((it) => it === origine),
  delai: FIRST_ACT_DELAYS.find((it) => it === delai),
});
