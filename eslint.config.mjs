import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { BORDERS } from './tools/rules/borders/borders.mjs';
import { bordersRule } from './tools/rules/borders/borders-rule.mjs';
import {
  BARE_WORDS,
  bareRoutes,
  clockAndChance,
  CLOCKS_APART,
  CLOSED_TABLES,
  database,
  ONE_OF_TWO_CLOCKS,
  SQL_ELSEWHERE,
} from './tools/rules/refused-syntax.mjs';

/** Pure libraries know no framework, database, Node API, clock or chance: all of it is handed in. */
const pure = {
  bannedExternalImports: ['@angular/*', '@nestjs/*', 'typeorm', 'rxjs', 'pg', 'node:*', 'express'],
};

/** What documents need, and what cases that follow them need. */
const PROTOCOLS = ['domain:protocol', 'domain:feel'];
const ENGINE = ['domain:case-engine', ...PROTOCOLS];

const boundaries = [
  { sourceTag: 'kind:pure', onlyDependOnLibsWithTags: ['kind:pure'], ...pure },
  // What the API describes, for who asks it.
  { sourceTag: 'kind:contract', onlyDependOnLibsWithTags: ['kind:contract'], ...pure },
  {
    sourceTag: 'kind:ui',
    onlyDependOnLibsWithTags: ['kind:pure', 'kind:contract', 'kind:ui'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', '@angular/common/http'],
  },
  {
    sourceTag: 'kind:web',
    onlyDependOnLibsWithTags: ['kind:pure', 'kind:contract', 'kind:ui'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'],
  },
  { sourceTag: 'kind:node', onlyDependOnLibsWithTags: ['kind:pure', 'kind:node'] },
  {
    sourceTag: 'kind:api',
    onlyDependOnLibsWithTags: ['kind:pure', 'kind:node'],
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'kind:cli',
    onlyDependOnLibsWithTags: ['kind:pure', 'kind:node'],
    bannedExternalImports: ['@angular/*', '@nestjs/*'],
  },
  { sourceTag: 'kind:e2e', onlyDependOnLibsWithTags: ['kind:pure', 'kind:contract'] },
  // Tests and measures of the whole house.
  { sourceTag: 'kind:tools', onlyDependOnLibsWithTags: ['*'] },
  // What the domains may know of each other.
  // The engine, from the bottom: a language of conditions, documents in it, cases that follow them, proofs about both.
  { sourceTag: 'domain:feel', onlyDependOnLibsWithTags: ['domain:feel'] },
  { sourceTag: 'domain:protocol', onlyDependOnLibsWithTags: ['domain:protocol', 'domain:feel'] },
  { sourceTag: 'domain:case-engine', onlyDependOnLibsWithTags: ['domain:case-engine', ...PROTOCOLS] },
  {
    sourceTag: 'domain:protocol-verifier',
    onlyDependOnLibsWithTags: ['domain:protocol-verifier', 'domain:case-engine', ...PROTOCOLS],
  },
  {
    sourceTag: 'domain:protocols',
    onlyDependOnLibsWithTags: [
      'domain:protocols',
      'domain:audit',
      'domain:territories',
      'domain:protocol-verifier',
      ...ENGINE,
    ],
  },
  { sourceTag: 'domain:training', onlyDependOnLibsWithTags: ['domain:training', ...ENGINE] },
  {
    sourceTag: 'domain:scenarios',
    onlyDependOnLibsWithTags: ['domain:scenarios', 'domain:training', 'domain:territories', ...ENGINE],
  },
  { sourceTag: 'domain:ledger', onlyDependOnLibsWithTags: ['domain:ledger'] },
  { sourceTag: 'domain:access', onlyDependOnLibsWithTags: ['domain:access'] },
  { sourceTag: 'domain:directory', onlyDependOnLibsWithTags: ['domain:directory'] },
  { sourceTag: 'domain:territories', onlyDependOnLibsWithTags: ['domain:territories', ...ENGINE] },
  {
    sourceTag: 'domain:cases',
    onlyDependOnLibsWithTags: ['domain:cases', 'domain:access', ...ENGINE],
  },
  {
    sourceTag: 'domain:privacy',
    onlyDependOnLibsWithTags: ['domain:privacy', 'domain:access', 'domain:cases', ...ENGINE],
  },
  {
    sourceTag: 'domain:audit',
    onlyDependOnLibsWithTags: [
      'domain:audit',
      'domain:cases',
      'domain:ledger',
      'domain:territories',
      'domain:access',
      ...ENGINE,
    ],
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/.spec-groups/**',
      '**/dist',
      '**/.nx',
      '**/.angular',
      '**/.repere',
      '**/reports',
      '**/test-results',
      '**/node_modules',
      'tools/rules/planted',
      // Printed: `npm run print-contract`.
      '**/*.gen.ts',
    ],
  },
  ...nx.configs['flat/base'],
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/extensions': ['.ts'],
      'import-x/resolver': { node: { extensions: ['.ts', '.mjs', '.js'] } },
    },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: true,
          // Plain data: the journey that visits every page reads the lists that routes are made from.
          allow: ['../../web/src/app/all-pages'],
          depConstraints: boundaries,
        },
      ],
      'import-x/no-cycle': ['error', { maxDepth: 20 }],
      'import-x/no-default-export': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/naming-convention': [
        'error',
        ...[{ selector: ['classMethod', 'typeMethod'] }, { selector: 'function', modifiers: ['global'] }].map(
          (named) => ({
            ...named,
            format: null,
            custom: { regex: `^(${BARE_WORDS.join('|')})$`, match: false },
          }),
        ),
      ],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@nestjs/typeorm'], message: 'Only the unit of work hands out an entity manager.' },
          ],
        },
      ],
    },
  },
  // Words of one test are read in its file; clients of HTTP say its methods, and what stands for a library its names.
  {
    files: [
      ...['**/*.spec.ts', '**/*.d.ts', 'apps/web/src/app/platform/api.ts', 'apps/e2e/pages/modeller.ts'],
      ...['apps/api/src/testing/accounts/test-client.ts', 'apps/api/src/platform/data/unit-repository.ts'],
    ],
    rules: { '@typescript-eslint/naming-convention': 'off' },
  },
  // What only types tell: a promise that nobody waits for, a case that a switch forgets (a default is for what is no union).
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        {
          considerDefaultExhaustiveForUnions: false,
          allowDefaultCaseForExhaustiveSwitch: false,
          requireDefaultForNonUnion: true,
        },
      ],
    },
  },
  // Who may import whom inside an app: docs/borders.md. A test looks at whatever it needs.
  ...Object.entries(BORDERS).map(([folder, borders]) => ({
    files: [`${folder}/**/*.ts`],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    plugins: { repere: { rules: { borders: bordersRule } } },
    rules: { 'repere/borders': ['error', folder, borders] },
  })),
  // A space has a clock of its own, and the machine another: both are read in one place, and what a page shows in another.
  {
    files: ['apps/{api,web}/src/**/*.ts', 'libs/*/src/**/*.ts'],
    ignores: CLOCKS_APART,
    rules: { 'no-restricted-syntax': ['error', ...ONE_OF_TWO_CLOCKS, ...CLOSED_TABLES] },
  },
  // Pure libraries: no clock, no chance.
  {
    files: [
      'libs/{feel,protocol,case-engine,protocol-verifier,ledger,access,cases,directory,territories,audit,privacy,training}/src/**/*.ts',
    ],
    ignores: ['**/*.spec.ts', 'libs/protocol-verifier/src/z3/**'],
    rules: {
      'no-restricted-syntax': ['error', ...clockAndChance, ...CLOSED_TABLES],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'window', 'document', 'fetch', 'crypto'],
    },
  },
  // What tests make up may be of any name.
  { files: ['libs/*/src/**/testing/**'], rules: { 'no-restricted-syntax': ['error', ...clockAndChance] } },
  // Nest reads constructor types at run time: a type-only import would leave nothing to inject.
  {
    files: ['apps/api/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-imports': ['error', { ...database, paths: [...database.paths, ...bareRoutes] }],
    },
  },
  // The one place that says columns to TypeORM, those that hand spaces and units to Nest, and the one that says routes to it.
  {
    files: [
      'apps/api/src/platform/data/{columns,domain-entities,data-source-options}.ts',
      'apps/api/src/platform/{platform.module,spaces/space-connections}.ts',
    ],
    rules: { 'no-restricted-imports': 'off' },
  },
  // SQL has its place, but for the floor, the record and what checks it.
  {
    files: ['apps/api/src/!(platform|ledger|fsck|migrations)/**/*.ts'],
    ignores: ['**/*.query.ts', '**/*.spec.ts', '**/testing/**', '**/demo/**'],
    rules: { 'no-restricted-syntax': ['error', ...ONE_OF_TWO_CLOCKS, ...CLOSED_TABLES, ...SQL_ELSEWHERE] },
  },
  {
    files: ['apps/api/src/demo/**/*.ts'],
    ignores: ['**/*.query.ts', '**/*.spec.ts', '**/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...SQL_ELSEWHERE] },
  },
  {
    files: ['apps/api/src/platform/routes/route{,-answers}.ts'],
    rules: { 'no-restricted-imports': ['error', database] },
  },
  ...angular.configs.tsRecommended.map((config) => ({
    ...config,
    files: ['apps/web/**/*.ts', 'libs/ui/**/*.ts'],
  })),
  {
    files: ['apps/web/**/*.ts', 'libs/ui/**/*.ts'],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  ...[...angular.configs.templateRecommended, ...angular.configs.templateAccessibility].map((config) => ({
    ...config,
    files: ['apps/web/**/*.html', 'libs/ui/**/*.html'],
  })),
  // A measure reads the inside of what it measures.
  { files: ['bench/**/*.ts'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  // Configuration files are default exports by their tools' rule.
  { files: ['**/*.config.ts', 'apps/e2e/*.ts'], rules: { 'import-x/no-default-export': 'off' } },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Files of tests run in groups: one test that runs alone would silence seven other files.
    files: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['it', 'test', 'describe'].flatMap((object) =>
          ['only', 'skip'].map((property) => ({ object, property, message: 'Every test runs.' })),
        ),
      ],
      'no-restricted-globals': ['error', 'fit', 'fdescribe', 'xit', 'xtest', 'xdescribe'],
    },
  },
  prettier,
);
