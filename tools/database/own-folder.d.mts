interface Of {
  readonly mode?: number;
  readonly owner?: number | undefined;
}
export declare class NotOurFolder extends Error {
  constructor(path: string, why: string);
}
export declare function ownFolder(name: string, options?: Of & { readonly parent?: string }): string;
export declare function checkOwn(path: string, options?: Of): void;
