import type { Command } from '../run-command';

export const testProtocols: Command = (_args, print) => {
  print('Not yet.');
  return 2;
};
