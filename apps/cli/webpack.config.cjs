const { join } = require('node:path');

const root = join(__dirname, '../..');
const { paths } = require(join(root, 'tsconfig.base.json')).compilerOptions;

/** One file for Node. Plain webpack: the Nx plugin compiles to loose ES5, in which `[...new Set(x)]` holds the set itself. */
module.exports = {
  mode: 'production',
  target: 'node22',
  entry: join(__dirname, 'src/main.ts'),
  output: { path: join(root, 'dist/apps/cli'), filename: 'repere.js', clean: true },
  devtool: 'source-map',
  optimization: { minimize: false },
  performance: { hints: false },
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
        options: { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } },
      },
    ],
  },
};
