import type { B } from './type-cycle-b';

export interface A {
  readonly b: B | null;
}
