const { join } = require('node:path');

const root = join(__dirname, '../..');
const { paths } = require(join(root, 'tsconfig.base.json')).compilerOptions;
const entry = (file) => join(__dirname, 'src', file);

/** Whether a name is a package's: it stays outside of the bundle, in node_modules. */
const isPackage = (request) => /^(@?[a-z]|node:)/.test(request) && !(request in paths);

/** The programs of a server, for the Node that runs them. Plain webpack: the Nx plugin compiles to loose ES5, in which `[...new Set(x)]` holds the set itself. */
module.exports = {
  mode: 'production',
  target: 'node22',
  entry: {
    main: entry('main.ts'),
    migrate: entry('migrate.ts'),
    seed: entry('seed.ts'),
    explore: entry('explore.ts'),
    sandbox: entry('sandbox.ts'),
  },
  output: { path: join(root, 'dist/apps/api'), clean: true },
  devtool: 'source-map',
  // Classes keep their names, which the description of the interface shows; NODE_ENV is what the server's is.
  optimization: { minimize: false, concatenateModules: false, nodeEnv: false },
  performance: { hints: false },
  externals: [({ request }, decide) => decide(null, isPackage(request) ? `commonjs ${request}` : undefined)],
  resolve: {
    extensions: ['.ts', '.js'],
    // Exactly these names: one may begin with another.
    alias: Object.fromEntries(Object.entries(paths).map(([name, [file]]) => [`${name}$`, join(root, file)])),
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: 'swc-loader',
        options: {
          jsc: {
            target: 'es2023',
            parser: { syntax: 'typescript', decorators: true },
            transform: { legacyDecorator: true, decoratorMetadata: true },
            keepClassNames: true,
          },
        },
      },
      // Typst templates, bundled as the text that they are.
      { test: /\.typ$/, type: 'asset/source' },
    ],
  },
};
