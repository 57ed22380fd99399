import type { Plugin } from 'esbuild';

export declare function namedOnly(root: string): Plugin;
export declare function namesIn(text: string, entry: string): readonly string[] | null;
