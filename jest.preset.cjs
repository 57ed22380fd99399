const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

module.exports = {
  // Ends what hangs. No test is about time: two projects at once on a busy machine make five seconds of one.
  testTimeout: 120_000,
  testMatch: ['**/*.spec.ts'],
  resolver: '@nx/jest/plugins/resolver',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  transform: { '^.+\\.[cm]?[tj]s$': ['@swc/jest', swc] },
};
