export function serverUser(): { readonly uid: number; readonly gid: number } | null;
export function canReach(user: { readonly uid: number; readonly gid: number }, dir: string): boolean;
