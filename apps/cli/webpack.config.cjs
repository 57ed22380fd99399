const { join } = require('node:path');
const { forNode } = require('../../webpack.preset.cjs');

/** One file for Node. */
module.exports = {
  ...forNode({ parser: { syntax: 'typescript' } }),
  entry: join(__dirname, 'src/main.ts'),
  output: { path: join(__dirname, '../../dist/apps/cli'), filename: 'repere.js', clean: true },
  optimization: { minimize: false },
};
