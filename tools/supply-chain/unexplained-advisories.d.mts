interface Advisory {
  readonly name: string;
  readonly severity: string;
  readonly title: string;
  readonly url: string;
}
export declare const EXPLAINED: Readonly<Record<string, string>>;
export declare function unexplainedAdvisories(
  vulnerabilities: Readonly<Record<string, { readonly via: readonly (string | Advisory)[] }>>,
  explained?: Readonly<Record<string, string>>,
): readonly Advisory[];
