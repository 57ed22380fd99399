const { NxAppWebpackPlugin } = require('@nx/webpack/app-plugin');
const { join } = require('node:path');

/** Nx has swc compile to ES5, loosely: a Map that is spread loses its entries. We compile for the Node that runs it. */
const compileForNode = {
  apply(compiler) {
    const isSwc = (rule) => typeof rule?.loader === 'string' && rule.loader.includes('swc-loader');
    const rules = compiler.options.module.rules.filter(isSwc);
    if (rules.length !== 1) throw new Error('expected exactly one rule for swc-loader');
    rules[0].options = {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
    };
  },
};

module.exports = {
  output: { path: join(__dirname, '../../dist/apps/api') },
  devtool: 'source-map',
  // Typst templates, bundled as the text that they are.
  module: { rules: [{ test: /\.typ$/, type: 'asset/source' }] },
  plugins: [
    new NxAppWebpackPlugin({
      target: 'node',
      compiler: 'swc',
      main: './src/main.ts',
      additionalEntryPoints: [
        { entryName: 'migrate', entryPath: './src/migrate.ts' },
        { entryName: 'seed', entryPath: './src/seed.ts' },
        { entryName: 'explore', entryPath: './src/explore.ts' },
        { entryName: 'sandbox', entryPath: './src/sandbox.ts' },
      ],
      tsConfig: './tsconfig.json',
      optimization: false,
      outputHashing: 'none',
      sourceMap: true,
      generatePackageJson: false,
      skipTypeChecking: true,
    }),
    compileForNode,
  ],
};
