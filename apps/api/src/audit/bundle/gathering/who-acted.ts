/** Who acted with a case, by alias. */
export interface WhoActed {
  /** Of those that are known. */
  readonly names: ReadonlyMap<string, string>;
  /** Accounts of services that were asked, now or ever: their names say where the child goes. */
  readonly ofServices: ReadonlySet<string>;
}
