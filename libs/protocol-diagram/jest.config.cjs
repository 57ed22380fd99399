module.exports = {
  displayName: 'protocol-diagram',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
