/** Where a command writes its lines. */
export type Print = (line: string) => void;
/** Gives the exit code: 0 when all is well, 1 when something was found, 2 when the command or what it is given is not understood. */
export type Command = (args: readonly string[], print: Print) => number | Promise<number>;
