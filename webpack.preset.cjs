const { join } = require('node:path');
const { paths } = require('./tsconfig.base.json').compilerOptions;

/** Names by which the workspace's own libraries are imported. */
const ours = Object.entries(paths);

/**
 * What programs for Node have in common. Plain webpack: the Nx plugin compiles to loose ES5, in which `[...new Set(x)]` holds the set
 * itself. `options`: of swc, beside its target.
 */
const forNode = (options) => ({
  mode: 'production',
  target: 'node22',
  devtool: 'source-map',
  performance: { hints: false },
  resolve: {
    extensions: ['.ts', '.js'],
    // Exactly these names: one may begin with another.
    alias: Object.fromEntries(ours.map(([name, [file]]) => [`${name}$`, join(__dirname, file)])),
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: 'swc-loader',
        options: { jsc: { target: 'es2023', ...options } },
      },
    ],
  },
});

/** Whether this name is one of the workspace's own libraries. */
const isOurs = (name) => name in paths;

module.exports = { forNode, isOurs };
