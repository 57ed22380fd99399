const { join } = require('node:path');
const { forNode, isOurs } = require('../../webpack.preset.cjs');

const entry = (file) => join(__dirname, 'src', file);

/** Whether a name is a package's: it stays outside of the bundle, in node_modules. */
const isPackage = (request) => /^(@?[a-z]|node:)/.test(request) && !isOurs(request);

const node = forNode({
  parser: { syntax: 'typescript', decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true },
  keepClassNames: true,
});

/** The programs of a server, for the Node that runs them. */
module.exports = {
  ...node,
  entry: {
    main: entry('main.ts'),
    migrate: entry('migrate.ts'),
    // The demo's own: nothing of it is in main.js.
    seed: entry('demo/seed.ts'),
    demo: entry('demo/serve-demo.ts'),
    explore: entry('explore.ts'),
    sandbox: entry('sandbox.ts'),
  },
  output: { path: join(__dirname, '../../dist/apps/api'), clean: true },
  // Classes keep their names, which the description of the interface shows; NODE_ENV is what the server's is.
  optimization: { minimize: false, concatenateModules: false, nodeEnv: false },
  externals: [({ request }, decide) => decide(null, isPackage(request) ? `commonjs ${request}` : undefined)],
  module: {
    rules: [
      ...node.module.rules,
      // Typst templates, bundled as the text that they are.
      { test: /\.typ$/, type: 'asset/source' },
    ],
  },
};
