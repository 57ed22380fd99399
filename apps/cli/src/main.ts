import { runCommand } from './run-command';

void runCommand(process.argv.slice(2), (line) => console.log(line)).then((code) => {
  process.exitCode = code;
});
