import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What a project without needs of its own has. */
const PLAIN = JSON.stringify({ types: ['jest', 'node'], noEmit: true });

/** Folders of projects of this workspace, from its root. */
const projectFolders = (root) =>
  globSync('{apps/*,libs/*,bench,protocols,scenarios,tools,tools/*}/project.json', { cwd: root }).map(
    dirname,
  );

/**
 * Projects that differ in nothing but where their files are: as one program, what all of them import is read and checked once,
 * not once for each. Whoever has other options, or leaves files out, is checked alone.
 */
function plainProjects(root) {
  return projectFolders(root).flatMap((folder) => {
    const path = join(root, folder, 'tsconfig.json');
    if (!existsSync(path)) return [];
    const { name, targets } = JSON.parse(readFileSync(join(root, folder, 'project.json'), 'utf8'));
    const { extends: base, compilerOptions, include, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
    const isPlain =
      JSON.stringify(compilerOptions) === PLAIN &&
      join(folder, base) === 'tsconfig.base.json' &&
      include !== undefined &&
      Object.keys(rest).length === 0 &&
      targets?.typecheck !== undefined &&
      Object.keys(targets.typecheck).length === 0;
    return isPlain ? [{ name, include: include.map((pattern) => `${folder}/${pattern}`) }] : [];
  });
}

/** Names of the projects that are one program, and what checks them, beside Nx's cache: arguments for `tsc`. */
export function plainTypes(root) {
  const projects = plainProjects(root);
  const folder = join(root, '.nx');
  const config = join(folder, 'tsconfig.plain.json');
  const up = relative(folder, root);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    config,
    JSON.stringify({
      extends: `${up}/tsconfig.base.json`,
      compilerOptions: JSON.parse(PLAIN),
      include: projects.flatMap(({ include }) => include.map((pattern) => `${up}/${pattern}`)),
    }),
  );
  return {
    names: projects.map(({ name }) => name),
    tsc: ['--noEmit', '-p', config, '--incremental', '--tsBuildInfoFile', join(folder, 'plain.tsbuildinfo')],
  };
}
