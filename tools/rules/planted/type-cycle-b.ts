import type { A } from './type-cycle-a';

export interface B {
  readonly a: A | null;
}
