module.exports = {
  displayName: 'protocol-engine',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
