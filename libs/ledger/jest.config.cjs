module.exports = {
  displayName: 'ledger',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
