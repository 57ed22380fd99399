// Takes out of package.json what a server does not run: packages that are in the built pages already, the PostgreSQL of
// `npm start`, Node itself, what builds and tests. `npm prune` then takes them out of node_modules. For the image: see Dockerfile.
//
//   node tools/server/keep-server-packages.mjs [folder]     default: the checkout
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isOfServer } from './server-packages.mjs';
import { root } from '../run/data-folder.mjs';

const file = join(resolve(root, process.argv[2] ?? '.'), 'package.json');
const {
  devDependencies: _building,
  optionalDependencies: _node,
  ...rest
} = JSON.parse(readFileSync(file, 'utf8'));
const dependencies = Object.fromEntries(
  Object.entries(rest.dependencies).filter(([name]) => isOfServer(name)),
);
writeFileSync(file, `${JSON.stringify({ ...rest, dependencies }, null, 2)}\n`);
