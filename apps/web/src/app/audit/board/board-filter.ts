import type { Params } from '@angular/router';
import type { BoardFigure } from '@repere/audit';

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
  readonly equipe?: string;
  readonly semaine?: string;
  readonly origine?: string;
  readonly delai?: string;
}
